/** SHA-256 of proto/zscl.proto. */
export const schemaHash = '8a4be4845282d43072e880985dbaa5210cb34d9c2b91006fc9cb0f0d39ea4f15'
