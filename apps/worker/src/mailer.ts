import { createTransport } from 'nodemailer';

export type Letter = { readonly id: string; readonly to: string; readonly subject: string; readonly text: string };
export type Mailer = { readonly send: (letter: Letter) => Promise<void>; readonly close: () => void };

/** `url` is `CM_SMTP_URL` (smtp:// or smtps://). The message id is made from the mail's own id, so that a repeat can be recognised. */
export function openMailer(url: string, from: string): Mailer {
  const transport = createTransport({ url, connectionTimeout: 10_000, socketTimeout: 20_000 });
  const host = from.split('@')[1]?.replace('>', '') ?? 'changming';
  return {
    async send({ id, to, subject, text }) {
      await transport.sendMail({ from, to, subject, text, messageId: `<${id}@${host}>` });
    },
    close: () => transport.close(),
  };
}
