/** SHA-256 of proto/zscl.proto. */
export const schemaHash = 'a7602587753d80fc8a93044c81ac4e8f1a828f612d7d4f35805de5c24fd6f2cc'
