process.env.SELOSTE_PROCESS = 'worker';
await import('../../api/src/main.js');
