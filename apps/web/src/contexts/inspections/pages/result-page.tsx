import { FilePdfOutlined, FileWordOutlined, PrinterOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';

import { FileButton } from '../../../ui/file-button.tsx';
import { instantText } from '../../../ui/dates.ts';
import { Loaded } from '../../../ui/loaded.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { PrintOnly } from '../../../ui/print-only.tsx';
import { StatusTag } from '../../../ui/status-tag.tsx';
import { type CheckResult, resultQuery, useResultFile, useResultPdf } from '../check-queries.ts';
import { CorrectCheck } from '../components/correct-check.tsx';
import { Answers } from '../components/result-body.tsx';
import { ResultSheet } from '../components/result-sheet.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { timingTones } from '../look.ts';
import '../inspections.css';

const route = getRouteApi('/desk/inspections/results/$resultId');

/** 检查记录: one filled checklist, to read and to print. */
export function ResultPage() {
  const { resultId } = route.useParams();
  return (
    <Loaded query={useQuery(resultQuery(resultId))} rows={12}>
      {(result) => <Whole result={result} />}
    </Loaded>
  );
}

function Whole({ result }: { readonly result: CheckResult }) {
  const { t } = useTranslation('inspections');
  const file = useResultFile(result.id);
  const pdf = useResultPdf(result.id);
  const { occurrence, timing } = result;
  return (
    <>
      <PageHeader
        title={occurrence.point ?? occurrence.plan}
        aside={<StatusTag tone={timingTones[timing]}>{t(`timings.${timing}`)}</StatusTag>}
        lead={
          <>
            {[occurrence.unit, occurrence.plan, occurrence.on].join(' · ')}{' '}
            <Link
              to="/inspections"
              search={{ from: occurrence.on, to: occurrence.on, check: occurrence.id }}
              className="inspections-within"
            >
              {t('desk.result.toTask')}
            </Link>
          </>
        }
        actions={
          <>
            <CorrectCheck result={result} />
            <FileButton file={file} icon={<FileWordOutlined />} label={t('desk.result.word')} />
            <FileButton file={pdf} icon={<FilePdfOutlined />} label={t('desk.result.pdf')} />
            <Button type="primary" icon={<PrinterOutlined />} onClick={() => globalThis.print()}>
              {t('desk.result.print')}
            </Button>
          </>
        }
      />
      <Corrections result={result} />
      <div className="result-body">
        <Panel>
          <Answers result={result} />
        </Panel>
      </div>
      <PrintOnly>
        <ResultSheet result={result} />
      </PrintOnly>
    </>
  );
}

/** A correction stands beside what it corrects; both stay. */
function Corrections({ result }: { readonly result: CheckResult }) {
  const { t } = useTranslation('inspections');
  const { corrects, correctedWhy, correctedBy, recordedAt, correctedAt, correctionSuspect } = result;
  const other = correctedBy ?? corrects;
  if (other === null) return null;
  const said = { at: instantText(correctedAt ?? recordedAt), why: correctedWhy ?? '' };
  const title =
    correctedBy === null ? t(correctionSuspect ? 'desk.result.correctsSuspect' : 'desk.result.corrects', said) : t('desk.result.corrected');
  return (
    <Alert
      type="warning"
      showIcon
      title={title}
      action={
        <Link to="/inspections/results/$resultId" params={{ resultId: other }}>
          {t(correctedBy === null ? 'desk.result.before' : 'desk.result.after')}
        </Link>
      }
    />
  );
}
