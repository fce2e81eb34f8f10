/** SHA-256 of proto/zscl.proto. */
export const schemaHash = 'c58f25e1c66044f9005b22a2164a109db400fe13e2693476500a046cc815f15f'
