/** The search takes no more signs than these. */
const most = 40;

/** What is searched for while somebody types. */
export function searchedFor(typed: string): string {
  return typed.trim().slice(0, most).trim();
}
