import { App } from 'antd';
import { useTranslation } from 'react-i18next';

import { sentenceOf } from '../../../ui/sentence-of.ts';
import { type HazardDetail, useHazardMutation } from '../queries.ts';

export type Decision = {
  readonly busy: boolean;
  /** Why it was not done, in words; null when nothing failed. */
  readonly fault: string | null;
  readonly decide: (act: () => Promise<unknown>) => void;
};

/** Does one act on the hazard in hand; afterwards the queue moves on, or the reason is said. */
export function useDecision(
  hazard: HazardDetail,
  { say, onDone }: { readonly say: (words: string) => void; readonly onDone: () => void },
): Decision {
  const { t } = useTranslation('hazards');
  const { message } = App.useApp();
  const doing = useHazardMutation((act: () => Promise<unknown>) => act());
  const { number } = hazard;
  const decide = (act: () => Promise<unknown>) => {
    if (doing.isPending) return;
    doing.mutate(act, {
      onSuccess: () => {
        void message.success(t('desk.queue.done', { number }));
        say(t('desk.queue.done', { number }));
        onDone();
      },
      onError: (error) => say(t('desk.queue.failed', { number, reason: sentenceOf(error) })),
    });
  };
  return { busy: doing.isPending, fault: doing.error === null ? null : sentenceOf(doing.error), decide };
}
