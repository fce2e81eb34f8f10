"""Files from addresses and from the Hugging Face hub, checked and unpacked. Only `zscl data get` uses it."""
