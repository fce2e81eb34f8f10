/** SHA-256 of proto/zscl.proto. */
export const schemaHash = '9252b970c782f9e09763f7020e6e239d6264101d79256ede30d288b2fb27cbd2'
