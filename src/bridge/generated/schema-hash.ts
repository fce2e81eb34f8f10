/** SHA-256 of proto/zscl.proto. */
export const schemaHash = '5b6c10e06c4ae26104987c0fa162fb1c8624571b6da44528f0b15198ecdcaa11'
