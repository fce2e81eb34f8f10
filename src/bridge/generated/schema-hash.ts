/** SHA-256 of proto/zscl.proto. */
export const schemaHash = '9b6652c19c321743c7c775a3d809359c21851ea7bcd1cece704cae920a586297'
