import { letterVerdicts } from '@changming/domain/responsibilities';
import { FilePdfOutlined, FileWordOutlined, PrinterOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Alert, App, Button, Space } from 'antd';
import { useTranslation } from 'react-i18next';

import { ConfirmAct } from '../../../ui/confirm-act.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Facts } from '../../../ui/facts.tsx';
import { Loaded } from '../../../ui/loaded.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { PrintOnly } from '../../../ui/print-only.tsx';
import { PrintSheet } from '../../../ui/print-sheet.tsx';
import { RecordTrail } from '../../../ui/record-trail.tsx';
import { refusalSentence } from '../../../ui/refusal-sentence.ts';
import { StatusTag } from '../../../ui/status-tag.tsx';
import { letterTones } from '../look.ts';
import {
  assessLetters,
  issueLetters,
  type LetterDetail,
  letterQuery,
  signLetter,
  useLetterFile,
  useResponsibilityAct,
} from '../queries.ts';
import '../components/responsibilities.css';

const route = getRouteApi('/desk/responsibilities/letters/$letterId');

/** 责任书全文: read and signed by the person whom it names, on paper for whoever needs it. */
export function LetterPage() {
  const { letterId } = route.useParams();
  return <Loaded query={useQuery(letterQuery(letterId))}>{(letter) => <Known letter={letter} />}</Loaded>;
}

type Of = { readonly letter: LetterDetail };

function Known({ letter }: Of) {
  const { t } = useTranslation(['responsibilities', 'workforce']);
  const { year, state, text, issuer } = letter;
  return (
    <>
      <PageHeader
        title={t('desk.letters.campaignName', { year })}
        aside={<StatusTag tone={letterTones[state]}>{t(`letterStates.${state}`)}</StatusTag>}
        actions={<Acts letter={letter} />}
      />
      <Panel>
        <Facts facts={useFacts(letter)} />
        {letter.endedOn !== null && (
          <Alert
            type="warning"
            showIcon
            title={t('desk.letter.ended', { on: letter.endedOn, why: t(`endings.${letter.endWhy ?? 'moved'}`) })}
          />
        )}
      </Panel>
      <Panel>
        {text === null ? (
          <EmptyState
            title={t('desk.letter.notIssued')}
            next={t('desk.letter.notIssuedNext', { issuer: issuer ?? t('desk.letter.declared') })}
          />
        ) : (
          <article className="letter-text">{text}</article>
        )}
        <Signing letter={letter} />
      </Panel>
      {text !== null && (
        <PrintOnly>
          <PrintSheet title={t('desk.letters.campaignName', { year })} signatures={[issuer ?? '', letter.person]}>
            <div className="letter-text">{text}</div>
            <p className="letter-hash">{letter.sha256}</p>
          </PrintSheet>
        </PrintOnly>
      )}
      <RecordTrail subjectId={letter.id} />
    </>
  );
}

function useFacts(letter: LetterDetail) {
  const { t } = useTranslation(['responsibilities', 'workforce']);
  const label = (name: 'person' | 'unit' | 'post' | 'issuer' | 'owedFrom' | 'dueOn' | 'signedOn' | 'hash') =>
    t(`desk.letter.facts.${name}`);
  const verdict = letter.verdict === null ? [] : [{ label: t('desk.letter.verdict'), value: t(`verdicts.${letter.verdict}`) }];
  return [
    { label: label('person'), value: [letter.person, letter.staffNo].filter((each) => each !== null).join(' ') },
    { label: label('unit'), value: letter.unit },
    { label: label('post'), value: t(`workforce:posts.${letter.post}`) },
    { label: label('issuer'), value: letter.issuer ?? t('desk.letter.declared') },
    { label: label('owedFrom'), value: letter.owedFrom },
    { label: label('dueOn'), value: letter.dueOn },
    { label: label('signedOn'), value: letter.signedOn },
    ...verdict,
    { label: label('hash'), value: <span className="letter-hash">{letter.sha256 ?? t('desk.none')}</span>, wide: true },
  ];
}

/** The one act of the person named, under the text that was read. */
function Signing({ letter: { id, own, sign, sha256, signedOn, state } }: Of) {
  const { t } = useTranslation('responsibilities');
  const act = useResponsibilityAct(signLetter);
  if (!own || sha256 === null) return null;
  if (signedOn !== null) return <Alert type="success" showIcon title={t('desk.letter.signed', { on: signedOn })} />;
  if (state !== 'issued') return null;
  return (
    <ConfirmAct
      type="primary"
      size="large"
      objection={sign === null ? null : refusalSentence(sign)}
      ask={t('desk.letter.signAsk')}
      note={t('desk.letter.signNote', { hash: sha256.slice(0, 12) })}
      onAct={() => act.mutateAsync({ letterId: id, sha256 })}
    >
      {t('desk.letter.sign')}
    </ConfirmAct>
  );
}

function Acts({ letter }: Of) {
  const { t } = useTranslation('responsibilities');
  const { message } = App.useApp();
  const file = useLetterFile(letter.id);
  const issue = useResponsibilityAct(issueLetters);
  return (
    <Space wrap>
      <Link to="/responsibilities/letters" search={{ year: letter.year }}>
        {t('desk.letter.back')}
      </Link>
      {letter.text !== null && (
        <>
          <Button icon={<PrinterOutlined />} onClick={() => window.print()}>
            {t('desk.letter.print')}
          </Button>
          <Button icon={<FileWordOutlined />} loading={file.isPending} onClick={() => file.mutate('docx')}>
            {t('desk.letter.word')}
          </Button>
          <Button icon={<FilePdfOutlined />} loading={file.isPending} onClick={() => file.mutate('pdf')}>
            {t('desk.letter.pdf')}
          </Button>
        </>
      )}
      {letter.mayIssue && letter.state === 'draft' && (
        <ConfirmAct
          type="primary"
          objection={letter.issue === null ? null : refusalSentence(letter.issue)}
          ask={t('desk.letters.issueAsk', { unit: letter.unit })}
          note={t('desk.letters.issueNote')}
          onAct={async () => {
            const { issued, waiting } = await issue.mutateAsync({ letterIds: [letter.id], year: letter.year });
            void message.success(t('desk.letters.issued', { issued, waiting }));
          }}
        >
          {t('desk.letter.issue')}
        </ConfirmAct>
      )}
      {letter.mayAssess && <Assessing letter={letter} />}
    </Space>
  );
}

function Assessing({ letter: { id } }: Of) {
  const { t } = useTranslation('responsibilities');
  const act = useResponsibilityAct(assessLetters);
  return letterVerdicts.map((verdict) => (
    <ConfirmAct
      key={verdict}
      ask={`${t('desk.letter.assess')}：${t(`verdicts.${verdict}`)}`}
      onAct={() => act.mutateAsync({ letterIds: [id], verdict })}
    >
      {t(`verdicts.${verdict}`)}
    </ConfirmAct>
  ));
}
