/** SHA-256 of proto/zscl.proto. */
export const schemaHash = '3a4edca04ae252bc9b4757cb279395f65d67fa99ec3d6ad000ab91d97a0b14d6'
