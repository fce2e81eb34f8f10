/** SHA-256 of proto/zscl.proto. */
export const schemaHash = 'e16edca5cf4446ba220033226e19fe4814b14a91751ee30acc9d278b7a789fb0'
