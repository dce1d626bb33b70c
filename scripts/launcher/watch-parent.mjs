// Loaded into the application before anything else: when the launcher is killed, the application ends too.
if (process.channel) {
  process.on('disconnect', () => {
    process.kill(process.pid, 'SIGTERM');
    setTimeout(() => process.kill(process.pid, 'SIGKILL'), 2_000).unref();
  });
  process.channel.unref();
}
