import { useCheckWords } from './words.ts';

const sentences = {
  'inspections.photo_missing': 'phone.photoOwed',
  'inspections.note_missing': 'phone.noteOwed',
  'inspections.meter_backwards': 'phone.backwards',
  'inspections.always_applies': 'phone.alwaysApplies',
} as const;

/** What is still owed with an answer, in a few words; null where nothing is. */
export function useWrongWords(): (code: string | null) => string | null {
  const t = useCheckWords();
  return (code) => (code === null || !(code in sentences) ? null : t(sentences[code as keyof typeof sentences]));
}
