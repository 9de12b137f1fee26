import type {
  AttemptEnd,
  Handling,
  LibraryKind,
  QuestionKind,
  ReEducationWay,
  SeatState,
  Topic,
  ViolationDoubt,
  ViolationKind,
  ViolationStanding,
} from '@changming/domain/training';

export const libraryKinds = {
  policy: 'Policy',
  procedure: 'Operating procedure',
  film: 'Film',
  accidentCase: 'Accident case',
  material: 'Other material',
} satisfies Record<LibraryKind, string>;

export const questionKinds = { single: 'One choice', multiple: 'Several choices', trueFalse: 'True or false' } satisfies Record<
  QuestionKind,
  string
>;

export const topics = {
  law: 'Law',
  fire: 'Fire',
  electricity: 'Electricity',
  gas: 'Gas',
  machinery: 'Machinery',
  dust: 'Dust',
  hotWork: 'Hot work',
  confinedSpace: 'Confined space',
  chemicals: 'Chemicals',
  specialEquipment: 'Special equipment',
  escape: 'Escape',
  firstAid: 'First aid',
  discipline: 'Anti-violation',
} satisfies Record<Topic, string>;

export const difficulties = { 1: 'Easy', 2: 'Medium', 3: 'Hard' } as const;

export const truths = { T: 'True', F: 'False' } as const;

export const seatStates = {
  open: 'To sit',
  passed: 'Passed',
  failed: 'Failed',
  missed: 'Missed',
  excused: 'Excused',
} satisfies Record<SeatState, string>;

export const attemptEnds = { handedIn: 'Handed in', timeUp: 'Time ran out' } satisfies Record<AttemptEnd, string>;

export const violationKinds = {
  illegalCommand: 'Illegal command',
  illegalOperation: 'Illegal operation',
  disciplineBreach: 'Breach of discipline',
} satisfies Record<ViolationKind, string>;

export const handlings = { education: 'Education', fine: 'Fine', suspension: 'Suspension' } satisfies Record<Handling, string>;

export const reEducationWays = { session: 'Session', talk: 'Talk' } satisfies Record<ReEducationWay, string>;

export const violationStandings = {
  unhandled: 'To be handled',
  handled: 'To be re-educated',
  overdue: 'Re-education overdue',
  closed: 'Closed',
  voided: 'Voided',
} satisfies Record<ViolationStanding, string>;

/** The question bank as a workbook: what goes out comes in again. */
export const questionBook = {
  sheet: 'Questions',
  columns: {
    code: 'Code',
    kind: 'Kind',
    topic: 'Topic',
    level: 'Level',
    difficulty: 'Difficulty',
    stem: 'Question',
    answer: 'Answer',
    clause: 'Clause',
    explanation: 'Explanation',
  },
  option: 'Option {letter}',
  codeHint: 'Left empty it is numbered by itself; a code that exists changes that question',
  answerHint: 'A for one choice, ABC for several, 对 or 错 for true or false',
  example: { stem: 'The number to call in a fire is (　).', options: ['119', '110', '120'], answer: 'A' },
  problems: {
    kind: 'Choose the kind from the list',
    topic: 'Choose the topic from the list',
    level: 'Choose the level from the list, or leave it empty',
    difficulty: 'Choose the difficulty from the list',
    stem: 'Write the question, up to 500 characters',
    options: 'Too few, too many, too long or repeated options',
    answer: 'The answer does not fit the kind or the options',
  },
};

export const resultBook = {
  sheet: 'Exam results',
  columns: {
    name: 'Name',
    staffNo: 'Staff no.',
    unit: 'Unit',
    state: 'Result',
    used: 'Attempts',
    best: 'Best score',
    takenAt: 'Last taken',
  },
};

export const violationBook = {
  sheet: 'Violations',
  columns: {
    unit: 'Unit',
    name: 'Name',
    staffNo: 'Staff no.',
    outsiderOf: 'Company of a visitor',
    kind: 'Kind',
    what: 'What was done',
    clause: 'Clause',
    place: 'Place',
    foundOn: 'Found on',
    finder: 'Found by',
    handling: 'Handling',
    fine: 'Fine (yuan)',
    handledOn: 'Handled on',
    reEducateBy: 'Re-educate by',
    reEducatedOn: 'Re-educated on',
    standing: 'Standing',
  },
};

export const violationDoubts = {
  clockAhead: 'The phone’s clock ran ahead (it said {{at}}): counts from when it arrived',
  afterLeaving: 'The person had left by that day: please check',
} satisfies Record<ViolationDoubt, string>;
