/** SHA-256 of proto/zscl.proto. */
export const schemaHash = '98fef85af397737e1014b8b92337e204f4fca95426aed12dee6d3ca6f7f9527c'
