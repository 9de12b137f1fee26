/** The 工号 of a pasted list, each once: a column of a table, or words with commas, 顿号, semicolons or spaces between them. */
export function staffNosIn(pasted: string): string[] {
  return [...new Set(pasted.split(/[\s,，、;；]+/).filter((word) => word !== ''))];
}
