import * as contract from '@changming/contract/assessments';
import { isOpenRestatement } from '@changming/domain/assessments';
import { queryOptions } from '@tanstack/react-query';
import i18next from 'i18next';

import type { Todo, TodoItem, TodoSource } from '../../app/home/todo-source.ts';
import type { Answer } from '../../api/route-types.ts';
import { call } from '../../api/call.ts';
import { meQuery } from '../../api/me.ts';
import { assessmentsKey, type AssessmentRun, type Explanation } from './queries.ts';
import { periodTold, schemeName, schemeWords, type SchemeWords } from './words.ts';

const t = i18next.getFixedT(null, 'assessments');

/**
 * 考核得分 on the home page, of the latest quarter or longer, of a month where nothing else was computed, under the widest of its schemes: the
 * last score of the own unit and what it was before; whoever answers for several units also sees their average and how many have which
 * grade. Every line opens what it counts.
 */
const scores: TodoSource = {
  id: 'assessments.scores',
  section: 'data',
  needs: 'assessments.read',
  title: () => t('desk.home.own'),
  empty: () => ({ title: t('desk.home.ownEmpty'), next: t('desk.home.ownEmptyNext') }),
  href: '/assessments',
  query: queryOptions<Todo>({
    queryKey: [...assessmentsKey, 'todo'],
    queryFn: async ({ client, signal }) => {
      const latest = async (longer: 'true' | 'false') =>
        widestOf((await call(contract.listRuns, { query: { longer, limit: '10' }, signal })).items);
      const run = (await latest('true')) ?? (await latest('false'));
      if (run === undefined) return { count: 0, items: [] };
      const { units } = await client.ensureQueryData(meQuery);
      return scoresOf(run, units[0]?.id, signal);
    },
  }),
};

export const assessmentsTodo: readonly TodoSource[] = [scores];

/** Of the runs that count, those of the latest period, the one under the widest scheme. */
function widestOf(runs: readonly AssessmentRun[]): AssessmentRun | undefined {
  const counting = runs.filter(({ counts }) => counts);
  const ofPeriod = counting.filter(({ period }) => period === counting[0]?.period);
  return ofPeriod.toSorted((a, b) => b.indicators - a.indicators)[0];
}

/** `unitId` is where the person works: its own score stands first, when it was assessed. */
async function scoresOf(run: AssessmentRun, unitId: string | undefined, signal: AbortSignal): Promise<Todo> {
  const params = { runId: run.id };
  const [results, { scheme }] = await Promise.all([
    call(contract.listResults, { params, query: { limit: '1' }, signal }),
    call(contract.readScheme, { params: run.scheme, signal }),
  ]);
  const words = schemeWords(scheme);
  const own = await ownResult(run.id, unitId, signal);
  const lines = own === null ? [] : [ownScore(own, run, words)];
  const items = own !== null && results.total === 1 ? lines : [...lines, ...distribution(run, results, words)];
  return { count: results.total, items, href: `/assessments/runs/${run.id}` };
}

async function ownResult(runId: string, unitId: string | undefined, signal: AbortSignal): Promise<Explanation | null> {
  if (unitId === undefined) return null;
  const { total } = await call(contract.listResults, { params: { runId }, query: { unitId, withBelow: 'false', limit: '1' }, signal });
  return total === 0 ? null : call(contract.readResult, { params: { runId, unitId }, signal });
}

function ownScore(result: Explanation, run: AssessmentRun, words: SchemeWords): TodoItem {
  const { final, grade, gradeBeforeVeto, finalDelta, status } = result;
  const told = { final, grade: words.grade(grade ?? '') };
  const score = t(grade === gradeBeforeVeto ? 'desk.home.scored' : 'desk.home.vetoed', told);
  return {
    id: result.unitId,
    title: final === null ? t(`statuses.${status}`) : score,
    note: `${periodOf(run)} · ${changeWords(finalDelta)}`,
    dueOn: null,
    href: `/assessments/runs/${run.id}/units/${result.unitId}`,
  };
}

function periodOf(run: AssessmentRun): string {
  return periodTold({ period: run.period, openRestatement: isOpenRestatement(run) }, t);
}

function changeWords(delta: string | null): string {
  if (delta === null) return t('desk.home.first');
  if (Number(delta) === 0) return t('desk.home.same');
  return delta.startsWith('-') ? t('desk.home.fall', { points: delta.slice(1) }) : t('desk.home.rise', { points: delta });
}

function distribution(run: AssessmentRun, results: Answer<typeof contract.listResults>, words: SchemeWords): TodoItem[] {
  const { figure, total } = results;
  if (total === 0) return [];
  const ranking = `/assessments/runs/${run.id}`;
  const note = t('desk.home.ofPeriod', { period: periodOf(run), scheme: schemeName(run.scheme) });
  const average = {
    id: 'average',
    title: t('desk.home.average'),
    note,
    dueOn: null,
    figure: figure?.final ?? t('desk.none'),
    href: ranking,
  };
  return [average, ...gradeLines(run, results, { words, ranking })];
}

type Told = { readonly words: SchemeWords; readonly ranking: string };

/** How many units of the scope have which grade, and how many none. */
function gradeLines(run: AssessmentRun, { figure, total }: Answer<typeof contract.listResults>, { words, ranking }: Told): TodoItem[] {
  const whole = total === run.summary.units;
  const counts: Readonly<Record<string, number>> = whole
    ? { ...run.summary.grades, ...run.summary.statuses }
    : Object.fromEntries((figure?.grades ?? []).flatMap(({ grade, count }) => (grade === null ? [] : [[grade, count]])));
  const lines = [
    ...[...words.grades, 'VETO'].map((id) => ({ id, title: words.grade(id), href: `${ranking}?grade=${id}` })),
    ...(['insufficientData', 'notAssessed'] as const).map((id) => ({ id, title: t(`statuses.${id}`), href: `${ranking}?status=${id}` })),
  ];
  return lines.flatMap((line) => {
    const count = counts[line.id] ?? 0;
    return count === 0 ? [] : [{ ...line, dueOn: null, figure: t('desk.home.gradeCount', { count }) }];
  });
}
