import { createTransport } from 'nodemailer';
import { linked } from './content.ts';

/** The floor: a bare nodemailer pool as the application sets it up. Sends as many as it is told, and tells in how many seconds. */
const transporter = createTransport({
  url: process.env.SMTP_URL ?? '',
  pool: true,
  maxConnections: 5,
  maxMessages: 100,
});

const link = 'https://crm.bench.example/u/0123456789abcdef0123456789abcdef';

async function send(count: number): Promise<void> {
  const began = performance.now();
  await Promise.all(
    Array.from({ length: count }, (_, i) =>
      transporter.sendMail({
        from: { name: 'Bench Oy', address: 'crm@bench.example' },
        to: `henkilo${i}@asiakas.example`,
        ...linked(link),
        headers: {
          'List-Unsubscribe': `<${link}>, <mailto:crm@bench.example?subject=unsubscribe>`,
          'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
          Precedence: 'bulk',
          'Content-Language': 'fi',
        },
      }),
    ),
  );
  process.send?.({ seconds: (performance.now() - began) / 1_000 });
}

process.on('message', (count: number) => void send(count));
process.send?.({ ready: true });
