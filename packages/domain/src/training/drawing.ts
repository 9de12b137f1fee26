import type { ExamRefusal } from './exam-refusals.ts';
import type { TrainingLevel } from './categories.ts';
import { type AnswerLetter, optionLetters, type Question, type QuestionKind, type Topic } from './questions.ts';
import { type Chance, chanceFrom, shuffled } from './chance.ts';

/** So many questions about one topic, of one kind or of any, each worth so many points. */
export type DrawRule = {
  readonly topic: Topic;
  readonly kind: QuestionKind | null;
  readonly count: number;
  readonly points: number;
};

export type BankQuestion = Question & { readonly id: string };

/** A question as it stands on one sheet: its options in the order drawn, lettered anew. The right letters stay on the server. */
export type SheetQuestion = {
  readonly questionId: string;
  readonly kind: QuestionKind;
  readonly topic: Topic;
  readonly stem: string;
  readonly options: readonly string[];
  readonly points: number;
  readonly right: readonly AnswerLetter[];
  readonly clause: string | null;
  readonly explanation: string | null;
};

/** What a person may see before handing in. */
export type AskedQuestion = Pick<SheetQuestion, 'questionId' | 'kind' | 'topic' | 'stem' | 'options' | 'points'>;

/** Named field by field, so that whatever a sheet learns to carry stays behind. */
export function askedOf(sheet: readonly SheetQuestion[]): AskedQuestion[] {
  return sheet.map(({ questionId, kind, topic, stem, options, points }) => ({ questionId, kind, topic, stem, options, points }));
}

export function fullPointsOf(rules: readonly DrawRule[]): number {
  return rules.reduce((sum, { count, points }) => sum + count * points, 0);
}

/** Two rules that could draw the same question make it a matter of order whether the bank suffices, so none may. */
export function objectionToRules(rules: readonly DrawRule[]): ExamRefusal | null {
  const overlap = rules.some((one, at) => rules.slice(at + 1).some((other) => one.topic === other.topic && meet(one.kind, other.kind)));
  return overlap ? 'training.draw_overlaps' : null;
}

function meet(one: QuestionKind | null, other: QuestionKind | null): boolean {
  return one === null || other === null || one === other;
}

export type Shortage = { readonly topic: Topic; readonly kind: QuestionKind | null; readonly wanted: number; readonly held: number };

/** The rules for which the bank holds too few questions. */
export function shortagesOf(rules: readonly DrawRule[], bank: readonly BankQuestion[], level: TrainingLevel | null): Shortage[] {
  return rules.flatMap((rule) => {
    const held = drawable(rule, bank, level).length;
    return held < rule.count ? [{ topic: rule.topic, kind: rule.kind, wanted: rule.count, held }] : [];
  });
}

/** A paper of one level asks the questions of that level and those of none; a paper of no level asks all. */
function drawable({ topic, kind }: DrawRule, bank: readonly BankQuestion[], level: TrainingLevel | null): BankQuestion[] {
  return bank.filter(
    (question) =>
      question.topic === topic &&
      (kind === null || question.kind === kind) &&
      (level === null || question.level === null || question.level === level),
  );
}

export type Drawing = {
  readonly rules: readonly DrawRule[];
  readonly bank: readonly BankQuestion[];
  readonly level: TrainingLevel | null;
  readonly seed: string;
};

/**
 * The sheet that a seed draws: the same seed, rules and bank give the same questions and options in the same order, in whatever order the
 * bank is handed in. Questions of one kind stand together, judgements first. Call it only without shortages.
 */
export function drawSheet({ rules, bank, level, seed }: Drawing): SheetQuestion[] {
  const chance = chanceFrom(seed);
  const ordered = bank.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const drawn = rules.flatMap((rule) =>
    shuffled(drawable(rule, ordered, level), chance)
      .slice(0, rule.count)
      .map((question) => onSheet(question, rule.points, chance)),
  );
  const mixed = shuffled(drawn, chance);
  return (['trueFalse', 'single', 'multiple'] as const).flatMap((kind) => mixed.filter((question) => question.kind === kind));
}

function onSheet(question: BankQuestion, points: number, chance: Chance): SheetQuestion {
  const { id, kind, topic, stem, clause, explanation } = question;
  const order = shuffled([...question.options.keys()], chance);
  const right = kind === 'trueFalse' ? question.answer : relettered(question.answer, order);
  const options = order.map((at) => question.options[at] ?? '');
  return { questionId: id, kind, topic, stem, options, points, right, clause, explanation };
}

/** The letters that the right options bear where they stand now. */
function relettered(answer: readonly AnswerLetter[], order: readonly number[]): AnswerLetter[] {
  const letters: readonly AnswerLetter[] = optionLetters;
  return order.flatMap((from, now) => {
    const [was, is] = [letters[from], letters[now]];
    return was !== undefined && is !== undefined && answer.includes(was) ? [is] : [];
  });
}
