import { useHazardWords } from './words.ts';

const measures = ['cleared', 'repaired', 'replaced', 'installed', 'stopped', 'taught'] as const;

/** What is usually done, in the words that will stand in the record. */
export function useMeasures(): readonly string[] {
  const t = useHazardWords();
  return measures.map((measure) => t(`phone.measureChips.${measure}`));
}
