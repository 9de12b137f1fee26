import type { ProblemCell } from '@changming/application/imports';
import type { zhCN } from '@changming/phrases';

type Candidate = NonNullable<ProblemCell['candidates']>[number];
type Beside = NonNullable<Candidate['beside']>[number];
type Words = {
  readonly imports: Pick<typeof zhCN.imports, 'problems' | 'beside' | 'besideFields'>;
  readonly hazards: Pick<typeof zhCN.hazards, 'stages' | 'levels'>;
};

/** What the marked workbook says at a cell: what is asked, what the two tellings of a hazard say differently, and what an answer would close. */
export function toldAt({ code, facts, candidates = [] }: ProblemCell, words: Words): string {
  const { problems, beside } = words.imports;
  const closes = code === 'hazard_differs' ? beside.closesByFile : beside[candidates.length === 1 ? 'closes' : 'closesOne'];
  const told = candidates.flatMap(({ label, beside: differences = [], closes: day }) => [
    ...differences.map((each) => differenceIn(each, words)),
    ...(day === undefined ? [] : [filled(closes, { label, day })]),
  ]);
  return [filled(problems[code], facts), ...told].join('\n');
}

function differenceIn({ field, ours, theirs }: Beside, { imports: { beside, besideFields }, hazards }: Words): string {
  const named: Readonly<Partial<Record<typeof field, Readonly<Record<string, string>>>>> = { stage: hazards.stages, level: hazards.levels };
  const shown = (value: string | null) => (value === null ? beside.nothing : (named[field]?.[value] ?? value));
  return filled(beside.differs, { field: besideFields[field], ours: shown(ours), theirs: shown(theirs) });
}

function filled(sentence: string, facts: Readonly<Record<string, string | number>>): string {
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => String(facts[name] ?? ''));
}
