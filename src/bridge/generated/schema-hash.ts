/** SHA-256 of proto/zscl.proto. */
export const schemaHash = 'a335cc5a9709782266fa7e2d5a72374d43d42a6705f8167059b7174cb11f3e0a'
