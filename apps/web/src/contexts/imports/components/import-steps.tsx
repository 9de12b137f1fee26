import { Steps } from 'antd';
import { useTranslation } from 'react-i18next';

const steps = ['upload', 'check', 'bring'] as const;

/** Where one is: 选择并上传, 核对与回答, 导入. */
export function ImportSteps({ at, done = false }: { readonly at: (typeof steps)[number]; readonly done?: boolean }) {
  const { t } = useTranslation('imports');
  return (
    <Steps
      className="imports__steps"
      size="small"
      current={done ? steps.length : steps.indexOf(at)}
      items={steps.map((step) => ({ title: t(`desk.steps.${step}`) }))}
    />
  );
}
