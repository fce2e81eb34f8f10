/** SHA-256 of proto/zscl.proto. */
export const schemaHash = '7e0fb3c877da5ea326bdf885afdea65438e37aca7235340eaab32ef147158b1d'
