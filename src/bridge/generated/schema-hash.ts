/** SHA-256 of proto/zscl.proto. */
export const schemaHash = '3e477ff4ea16a733f7c281bbd96436e8aedd9a838b7c9f0663ab411d6ac7a8db'
