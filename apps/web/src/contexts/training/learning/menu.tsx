import { BookOutlined, EyeOutlined, FileDoneOutlined, QuestionCircleOutlined, StopOutlined } from '@ant-design/icons';
import i18next from 'i18next';

import type { MenuEntry } from '../../../app/menu-entry.ts';

export const learningMenu: readonly MenuEntry[] = [
  {
    path: '/training/exams',
    group: 'training',
    icon: <FileDoneOutlined />,
    title: () => i18next.t('learning.exams.title', { ns: 'training' }),
    needs: 'training.read',
  },
  {
    path: '/training/violations',
    group: 'training',
    icon: <StopOutlined />,
    title: () => i18next.t('learning.violations.title', { ns: 'training' }),
    needs: 'training.readViolations',
  },
  {
    path: '/training/behaviour',
    group: 'training',
    icon: <EyeOutlined />,
    title: () => i18next.t('learning.behaviour.title', { ns: 'training' }),
    needs: 'training.readViolations',
  },
  {
    path: '/training/library',
    group: 'training',
    icon: <BookOutlined />,
    title: () => i18next.t('learning.library.title', { ns: 'training' }),
    needs: 'training.read',
  },
  {
    path: '/training/questions',
    group: 'training',
    icon: <QuestionCircleOutlined />,
    title: () => i18next.t('learning.questions.title', { ns: 'training' }),
    needs: 'training.readQuestions',
  },
];
