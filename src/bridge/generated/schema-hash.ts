/** SHA-256 of proto/zscl.proto. */
export const schemaHash = '03ad9797790e4eb5532be6713fd7477276ad9f2866237389d3bf466a9f9c3c63'
