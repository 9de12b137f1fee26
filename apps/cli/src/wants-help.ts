import { Misuse, type Verb } from './verb.ts';

/** Whether the arguments ask how a verb is used, instead of using it. */
export function wantsHelp(args: readonly string[]): boolean {
  return args.some((arg) => arg === '--help' || arg === '-h');
}

/** How a verb is used: its name and what it takes. */
export function usageOf({ name, summary }: Pick<Verb, 'name' | 'summary'>): string {
  return `cm ${name}：${summary}`;
}

const unknownOption = /Unknown option '([^']+)'/u;
const unexpected = /Unexpected argument '([^']+)'/u;
const withoutValue = /Option '([^']+?)(?: <value>)?' (?:argument (?:missing|is ambiguous)|does not take an argument)/u;

/** What `parseArgs` refuses, as one sentence of ours; null for anything else. */
export function misuseOf(error: unknown, verb: string): string | null {
  if (error instanceof Misuse) return error.message;
  if (!(error instanceof Error) || !('code' in error) || !String(error.code).startsWith('ERR_PARSE_ARGS')) return null;
  const [option, argument, bare] = [unknownOption, unexpected, withoutValue].map((form) => form.exec(error.message)?.[1]);
  const how = `用法见 cm ${verb} --help`;
  if (option !== undefined) return `没有 ${option} 这个选项，${how}`;
  if (argument !== undefined) return `多了一个参数 ${argument}，${how}`;
  return bare === undefined ? `选项写法有误，${how}` : `${bare} 的写法有误，${how}`;
}
