import type { OutboxKind } from './item.ts';

/** Every kind of record that waits on the phone, loaded when there is one. A context adds its own: one file, one line. */
const kinds: Readonly<Record<string, () => Promise<OutboxKind<unknown>>>> = {
  report: async () => anyKind((await import('../../contexts/hazards/phone/report-kind.tsx')).reportKind),
  check: async () => anyKind((await import('../../contexts/inspections/phone/check-kind.tsx')).checkKind),
  correction: async () => anyKind((await import('../../contexts/inspections/phone/correction-kind.tsx')).correctionKind),
  spot: async () => anyKind((await import('../../contexts/equipment/phone/spot-kind.tsx')).spotKind),
  incident: async () => anyKind((await import('../../contexts/incidents/phone/incident-kind.tsx')).incidentKind),
  violation: async () => anyKind((await import('../../contexts/training/phone/violation-kind.tsx')).violationKind),
  work: async () => anyKind((await import('../../contexts/hazards/phone/work-kind.tsx')).workKind),
};

/** Null for a kind that this version does not know (any more); its records stay. */
export async function loadKind(kind: string): Promise<OutboxKind<unknown> | null> {
  return (await kinds[kind]?.()) ?? null;
}

/**
 * Fetches every kind while there is a line: what a browser could not fetch once, it does not ask for again as long as the page lives, and
 * then nothing could be sent.
 */
export async function fetchKinds(): Promise<void> {
  await Promise.allSettled(Object.keys(kinds).map(loadKind));
}

/** A record carries the name of its kind, so the content that a kind is handed is always its own. */
function anyKind<Content>(kind: OutboxKind<Content>): OutboxKind<unknown> {
  return kind as unknown as OutboxKind<unknown>;
}
