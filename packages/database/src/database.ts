import type { WatchTables } from './schema/workforce/watch.ts';
import type { ResponsibilityTables } from './schema/responsibilities.ts';
import type { IncidentTables } from './schema/incidents.ts';
import type { TrainingTables } from './schema/training.ts';
import type { ActionTables } from './schema/actions.ts';
import type { InspectionTables } from './schema/inspections.ts';
import type { AnalyticTables } from './schema/analytics.ts';
import type { AssessmentTables } from './schema/assessments.ts';
import type { Kysely, Transaction } from 'kysely';

import type { AccessTables } from './schema/access.ts';
import type { AuditTables } from './schema/audit.ts';
import type { DocumentTables } from './schema/documents.ts';
import type { EquipmentTables } from './schema/equipment.ts';
import type { EvidenceTables } from './schema/evidence.ts';
import type { HazardTables } from './schema/hazards.ts';
import type { ImportTables } from './schema/imports.ts';
import type { NoticeTables } from './schema/notices.ts';
import type { PointTables } from './schema/points.ts';
import type { RiskTables } from './schema/risks.ts';
import type { StandardsTables } from './schema/standards.ts';
import type { UnitTables } from './schema/units.ts';
import type { WorkforceTables } from './schema/workforce.ts';

/**
 * Each context lists its own tables in `schema/<context>.ts`; here they only meet: in an interface, whose members the compiler gathers once,
 * where those of an intersection are gathered anew in every join.
 */
export interface Tables
  extends WatchTables,
    ResponsibilityTables,
    IncidentTables,
    TrainingTables,
    ActionTables,
    InspectionTables,
    AnalyticTables,
    AssessmentTables,
    ImportTables,
    StandardsTables,
    HazardTables,
    EvidenceTables,
    EquipmentTables,
    PointTables,
    RiskTables,
    NoticeTables,
    UnitTables,
    AuditTables,
    DocumentTables,
    WorkforceTables,
    AccessTables {}
export type Database = Kysely<Tables>;
export type Tx = Transaction<Tables>;
