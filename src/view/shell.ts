/** A word as a shell would need it typed. */
export function shellQuoted(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`
}

/** The command as a person would type it. */
export function commandLine(words: readonly string[]): string {
  return ['zscl', ...words.map(shellQuoted)].join(' ')
}
