import { type ComponentType, lazy } from 'react';

export type ScreenProps = { readonly parts: Readonly<Record<string, string>> };

type PhoneScreen = {
  /** `/m/p/:code`; the parts are handed to the screen. */
  readonly path: string;
  readonly screen: ComponentType<ScreenProps>;
  /** Opened without signing in, for the public doors. */
  readonly open?: boolean;
};

const reporting = () => import('../contexts/hazards/phone/report-screen.tsx');
const incidents = () => import('../contexts/incidents/phone/mine-screen.tsx');
const readings = () => import('../contexts/training/phone/reading-screen.tsx');
const watching = () => import('../contexts/workforce/phone/watch-screen.tsx');
const working = () => import('../contexts/hazards/phone/work-screens.tsx');

/** Every screen of the phone; a context adds its own from `contexts/<context>/phone/`, each a file loaded when needed. */
export const screens: readonly PhoneScreen[] = [
  {
    path: '/m',
    screen: lazy(async () => ({ default: (await import('../contexts/hazards/phone/report-home-screen.tsx')).ReportHomeScreen })),
  },
  { path: '/m/tasks', screen: lazy(async () => ({ default: (await import('../contexts/hazards/phone/tasks-screen.tsx')).TasksScreen })) },
  {
    path: '/m/pair',
    open: true,
    screen: lazy(async () => ({ default: (await import('../contexts/access/phone/pair-screen.tsx')).PairScreen })),
  },
  {
    path: '/m/scan',
    open: true,
    screen: lazy(async () => ({ default: (await import('../contexts/access/phone/scan-screen.tsx')).ScanScreen })),
  },
  {
    path: '/m/plate',
    open: true,
    screen: lazy(async () => ({ default: (await import('./screens/plate-scan-screen.tsx')).PlateScanScreen })),
  },
  {
    path: '/m/certificates',
    screen: lazy(async () => ({ default: (await import('../contexts/workforce/phone/certificates-screen.tsx')).CertificatesScreen })),
  },
  { path: '/m/open', screen: lazy(async () => ({ default: (await import('../contexts/hazards/phone/open-screen.tsx')).OpenScreen })) },
  { path: '/m/me', screen: lazy(async () => ({ default: (await import('./screens/mine-screen.tsx')).MineScreen })) },
  {
    path: '/m/training',
    screen: lazy(async () => ({ default: (await import('../contexts/training/phone/mine-screen.tsx')).MyTrainingScreen })),
  },
  {
    path: '/m/t/:code',
    screen: lazy(async () => ({ default: (await import('../contexts/training/phone/sign-in-screen.tsx')).TrainingSignInScreen })),
  },
  {
    path: '/m/training/door',
    screen: lazy(async () => ({ default: (await import('../contexts/training/phone/door-screen.tsx')).TrainingDoorScreen })),
  },
  {
    path: '/m/meeting',
    screen: lazy(async () => ({ default: (await import('../contexts/training/phone/meeting-screen.tsx')).MeetingScreen })),
  },
  {
    path: '/m/notices',
    screen: lazy(async () => ({ default: (await import('../contexts/notices/phone/notices-screen.tsx')).NoticesScreen })),
  },
  {
    path: '/m/p/:code',
    open: true,
    screen: lazy(async () => ({ default: (await import('../contexts/hazards/phone/plate-screen.tsx')).PlateScreen })),
  },
  {
    path: '/m/s/:code',
    open: true,
    screen: lazy(async () => ({ default: (await import('../contexts/points/phone/sheet-screen.tsx')).SheetScreen })),
  },
  {
    path: '/m/in/:code',
    screen: lazy(async () => ({ default: (await import('../contexts/hazards/phone/plate-sign-in-screen.tsx')).PlateSignInScreen })),
  },
  { path: '/m/report/:id', screen: lazy(async () => ({ default: (await reporting()).ReportScreen })) },
  { path: '/m/door/:id', open: true, screen: lazy(async () => ({ default: (await reporting()).DoorReportScreen })) },
  {
    path: '/m/claim',
    open: true,
    screen: lazy(async () => ({ default: (await import('../contexts/hazards/phone/claim-screen.tsx')).ClaimScreen })),
  },
  {
    path: '/m/hazards/:hazardId',
    screen: lazy(async () => ({ default: (await import('../contexts/hazards/phone/hazard-screen.tsx')).HazardScreen })),
  },
  { path: '/m/hazards/:hazardId/rectify', screen: lazy(async () => ({ default: (await working()).RectifyScreen })) },
  { path: '/m/hazards/:hazardId/look-back', screen: lazy(async () => ({ default: (await working()).LookBackScreen })) },
  {
    path: '/m/duties',
    screen: lazy(async () => ({ default: (await import('../contexts/responsibilities/phone/mine-screen.tsx')).MyDutiesScreen })),
  },
  {
    path: '/m/letters/:letterId',
    screen: lazy(async () => ({ default: (await import('../contexts/responsibilities/phone/letter-screen.tsx')).LetterScreen })),
  },
  {
    path: '/m/checks',
    screen: lazy(async () => ({ default: (await import('../contexts/inspections/phone/today-screen.tsx')).TodayScreen })),
  },
  {
    path: '/m/spots',
    screen: lazy(async () => ({ default: (await import('../contexts/equipment/phone/spots-screen.tsx')).SpotsScreen })),
  },
  {
    path: '/m/spots/missed',
    screen: lazy(async () => ({ default: (await import('../contexts/equipment/phone/misses-screen.tsx')).MissesScreen })),
  },
  {
    path: '/m/spot/:id',
    screen: lazy(async () => ({ default: (await import('../contexts/equipment/phone/spot-screen.tsx')).SpotScreen })),
  },
  {
    path: '/m/fire/:code',
    screen: lazy(async () => ({ default: (await import('../contexts/equipment/phone/fire-screen.tsx')).FireScreen })),
  },
  {
    path: '/m/results/:resultId',
    screen: lazy(async () => ({ default: (await import('../contexts/inspections/phone/result-screen.tsx')).ResultScreen })),
  },
  {
    path: '/m/corrections/:id',
    screen: lazy(async () => ({ default: (await import('../contexts/inspections/phone/correction-screen.tsx')).CorrectionScreen })),
  },
  {
    path: '/m/checks/:occurrenceId',
    screen: lazy(async () => ({ default: (await import('../contexts/inspections/phone/check-screen.tsx')).CheckScreen })),
  },
  {
    path: '/m/incident/:id',
    screen: lazy(async () => ({ default: (await import('../contexts/incidents/phone/report-screen.tsx')).IncidentReportScreen })),
  },
  {
    path: '/m/training/my-exams',
    screen: lazy(async () => ({ default: (await import('../contexts/training/phone/exams-screen.tsx')).ExamsScreen })),
  },
  {
    path: '/m/training/my-exams/:examId',
    screen: lazy(async () => ({ default: (await import('../contexts/training/phone/exam-screen.tsx')).ExamScreen })),
  },
  { path: '/m/training/reading', screen: lazy(async () => ({ default: (await readings()).ReadingScreen })) },
  { path: '/m/training/reading/:itemId', screen: lazy(async () => ({ default: (await readings()).ReadingItemScreen })) },
  {
    path: '/m/training/my-violations',
    screen: lazy(async () => ({ default: (await import('../contexts/training/phone/own-violations-screen.tsx')).OwnViolationsScreen })),
  },
  {
    path: '/m/training/violations/:id',
    screen: lazy(async () => ({ default: (await import('../contexts/training/phone/record-violation-screen.tsx')).RecordViolationScreen })),
  },
  {
    path: '/m/training/good-acts/new',
    screen: lazy(async () => ({ default: (await import('../contexts/training/phone/praise-screen.tsx')).PraiseScreen })),
  },
  {
    path: '/m/on-duty',
    screen: lazy(async () => ({ default: (await import('../contexts/workforce/phone/on-duty-screen.tsx')).OnDutyScreen })),
  },
  { path: '/m/watch', screen: lazy(async () => ({ default: (await watching()).OwnWatchesScreen })) },
  { path: '/m/watch/:id', screen: lazy(async () => ({ default: (await watching()).OwnWatchScreen })) },
  {
    path: '/m/actions',
    screen: lazy(async () => ({ default: (await import('../contexts/actions/phone/mine-screen.tsx')).OwnActionsScreen })),
  },
  {
    path: '/m/actions/:actionId',
    screen: lazy(async () => ({ default: (await import('../contexts/actions/phone/action-screen.tsx')).ActionScreen })),
  },
  { path: '/m/incidents', screen: lazy(async () => ({ default: (await incidents()).OwnIncidentsScreen })) },
  { path: '/m/incidents/:id', screen: lazy(async () => ({ default: (await incidents()).OwnIncidentScreen })) },
];
