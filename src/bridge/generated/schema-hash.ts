/** SHA-256 of proto/zscl.proto. */
export const schemaHash = '9172fc556617705c8a01efdcc14a0d374257975518aca01634ade24e1744f2b2'
