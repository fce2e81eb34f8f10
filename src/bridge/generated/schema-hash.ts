/** SHA-256 of proto/zscl.proto. */
export const schemaHash = '067a7fc210f3f17743371a3b2d1d413664f14bfcb304a3f050fcb43a5610fce1'
