// Starts the foreign Bot API on a free port of this machine, tells the port in one line, and ends
// with whoever started it.   node telegram_peer.js FOLDER_OF_NODE_MODULES
'use strict';
const net = require('net');
const path = require('path');
const {createRequire} = require('module');

const found = createRequire(path.join(process.argv[2], 'index.js'))('telegram-test-api');
const Server = found.default || found;

const probe = net.createServer();
probe.listen(0, '127.0.0.1', () => {
    const port = probe.address().port;
    probe.close(() => new Server({port, host: '127.0.0.1'}).start().then(() => console.log(port)));
});
process.stdin.resume();
process.stdin.on('end', () => process.exit(0));
