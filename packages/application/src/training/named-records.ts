import { named, type NamedRecords } from '../record-naming.ts';

export const namedRecords: NamedRecords<'training'> = {
  records: {
    session: named('training_sessions', { permission: 'training.read', name: 'title', at: 'unit_pos' }),
    course: named('training_courses', { permission: 'training.read', name: 'name', above: true }),
    item: named('library_items', { permission: 'training.read', name: 'title', above: true }),
    paper: named('exam_papers', { permission: 'training.read', name: 'name', above: true }),
    exam: named('exams', { permission: 'training.read', name: 'title', at: 'unit_pos' }),
    question: named('exam_questions', { permission: 'training.readQuestions', no: 'code', at: 'unit_pos' }),
    change: named('training_changes', { permission: 'training.read', name: 'title', at: 'unit_pos' }),
    trainingPlan: named('training_plans', { permission: 'training.read', no: 'year', at: 'unit_pos' }),
    violation: named('violations', { permission: 'training.readViolations', name: 'what', no: 'found_on', at: 'unit_pos' }),
  },
  nameless: [
    'behaviour_checks',
    'exam_attempts',
    'exam_results',
    'exam_seats',
    'good_acts',
    'library_receipts',
    'training_attendance',
    'training_credits',
    'training_dedicated',
    'training_owed',
    'training_plan_lines',
    'training_starts',
    'violation_retrainings',
  ],
};
