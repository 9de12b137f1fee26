import * as contract from '@changming/contract/training';
import type { Attempt } from '@changming/contract/training';
import { useEffect, useRef, useState } from 'react';

import { call } from '../../../api/call.ts';
import { ProblemError } from '../../../api/problem-error.ts';

type Answers = Attempt['answers'];
export type Letters = Answers[string];
export type Saving = 'saved' | 'saving' | 'unsaved';

const again = 3000;
const refusedForGood: ReadonlySet<number> = new Set([403, 404, 409, 422]);

/** Answers as they are chosen, saved one after the other; what could not be saved is tried again until it is. */
export function useAnswers({ id, answers: first }: Attempt) {
  const [answers, setAnswers] = useState<Answers>(first);
  const [saving, setSaving] = useState<Saving>('saved');
  const unsaved = useRef<Answers>({});
  const busy = useRef(false);

  const save = async () => {
    if (busy.current) return;
    busy.current = true;
    while (Object.keys(unsaved.current).length > 0) {
      const sent = unsaved.current;
      unsaved.current = {};
      setSaving('saving');
      const kept = await send(id, sent);
      if (kept) continue;
      unsaved.current = { ...sent, ...unsaved.current };
      setSaving('unsaved');
      busy.current = false;
      return;
    }
    setSaving('saved');
    busy.current = false;
  };
  const latest = useRef(save);
  latest.current = save;

  useEffect(() => {
    const timer = setInterval(() => void latest.current(), again);
    return () => clearInterval(timer);
  }, []);

  const choose = (questionId: string, letters: Letters) => {
    setAnswers((before) => ({ ...before, [questionId]: letters }));
    unsaved.current = { ...unsaved.current, [questionId]: letters };
    void save();
  };
  return { answers, saving, choose };
}

/** Whether it is kept. What the API refuses for what it is it will refuse again; a busy server and a session that ended are tried once more. */
async function send(attemptId: string, answers: Answers): Promise<boolean> {
  try {
    await call(contract.saveAnswers, { params: { attemptId }, body: { answers } });
    return true;
  } catch (error) {
    return error instanceof ProblemError && refusedForGood.has(error.problem.status);
  }
}
