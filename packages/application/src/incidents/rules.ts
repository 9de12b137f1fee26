import type { Tx } from '@changming/database';
import { defaultIncidentRules, type IncidentRules } from '@changming/domain/incidents';
import type { RuleId } from '@changming/domain/standards';

import { ruleBook } from '../standards/index.ts';
import type { StoredIncident } from './store.ts';

type Of = (rule: Extract<RuleId, `incidents.${string}`>, own: number) => number;

/** The numbers that bind events, by unit and day. Where no rule speaks, the product's own. */
export async function incidentRuleBook(
  tx: Tx,
): Promise<(bound: { readonly unitId: string; readonly on: string }) => Promise<IncidentRules>> {
  const book = await ruleBook(tx);
  return async (bound) => {
    const { number, word } = await book(bound);
    const nearMissResponsibility = word('incidents.nearMissResponsibility') === 'yes';
    return { ...inForce((rule, own) => number(rule) ?? own), nearMissResponsibility };
  };
}

/** What binds this event: the rules of its own day. */
export async function rulesOf(tx: Tx, { unit_id, occurred_on }: Pick<StoredIncident, 'unit_id' | 'occurred_on'>): Promise<IncidentRules> {
  const book = await incidentRuleBook(tx);
  return book({ unitId: unit_id, on: occurred_on });
}

const fen = 100;

function inForce(of: Of): Omit<IncidentRules, 'nearMissResponsibility'> {
  const own = defaultIncidentRules;
  return {
    bands: bandsBy(of),
    minLossFen: of('incidents.minLoss', own.minLossFen / fen) * fen,
    specialMinLossFen: of('incidents.specialMinLoss', own.specialMinLossFen / fen) * fen,
    supplementDays: of('incidents.supplementDays', own.supplementDays),
    supplementShortDays: of('incidents.supplementShortDays', own.supplementShortDays),
    danger: {
      atRisk: of('incidents.atRiskPeople', own.danger.atRisk),
      trapped: of('incidents.trappedPeople', own.danger.trapped),
      evacuated: of('incidents.evacuatedPeople', own.danger.evacuated),
    },
    clocks: clocksBy(of),
    remind: {
      minutesBefore: of('incidents.remindMinutes', own.remind.minutesBefore),
      parentHours: of('incidents.escalateParentHours', own.remind.parentHours),
    },
  };
}

function bandsBy(of: Of): IncidentRules['bands'] {
  const { deaths, serious, lossFen } = defaultIncidentRules.bands;
  return {
    deaths: [
      of('incidents.deathsLarger', deaths[0]),
      of('incidents.deathsMajor', deaths[1]),
      of('incidents.deathsExtraordinary', deaths[2]),
    ],
    serious: [
      of('incidents.seriousLarger', serious[0]),
      of('incidents.seriousMajor', serious[1]),
      of('incidents.seriousExtraordinary', serious[2]),
    ],
    lossFen: [
      of('incidents.lossLarger', lossFen[0] / fen) * fen,
      of('incidents.lossMajor', lossFen[1] / fen) * fen,
      of('incidents.lossExtraordinary', lossFen[2] / fen) * fen,
    ],
  };
}

function clocksBy(of: Of): IncidentRules['clocks'] {
  const own = defaultIncidentRules.clocks;
  return {
    confirmHours: of('incidents.confirmHours', own.confirmHours),
    authorityHours: of('incidents.authorityHours', own.authorityHours),
    hqPhoneMinutes: of('incidents.hqPhoneMinutes', own.hqPhoneMinutes),
    hqRecordHours: of('incidents.hqRecordHours', own.hqRecordHours),
    hqWrittenHours: of('incidents.hqWrittenHours', own.hqWrittenHours),
    followUpsPerDay: of('incidents.followUpsPerDay', own.followUpsPerDay),
    followUpsPerDayGrave: of('incidents.followUpsPerDayGrave', own.followUpsPerDayGrave),
    workInjuryDays: of('incidents.workInjuryDays', own.workInjuryDays),
    investigationStartHours: of('incidents.investigationStartHours', own.investigationStartHours),
    investigationDays: of('incidents.investigationDays', own.investigationDays),
    extensionDays: of('incidents.extensionDays', own.extensionDays),
    internalMinorDays: of('incidents.internalMinorDays', own.internalMinorDays),
    internalDays: of('incidents.internalDays', own.internalDays),
  };
}
