/** SHA-256 of proto/zscl.proto. */
export const schemaHash = '5666f34b74808f22c691265c060635211d3c06691672c826fe7639f8d0acf0e1'
