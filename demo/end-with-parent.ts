// Loaded into a program that run-program starts: ends it when the process that started it is gone, even by a crash.
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'))
process.channel?.unref()
