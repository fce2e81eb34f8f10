/** SHA-256 of proto/zscl.proto. */
export const schemaHash = 'dbf47aaad594153854ae99a6f4d4bad3bc47cbaadec03153220995eddf34ee15'
