#include "tests/support/postgres_cluster.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QThread>
#include <QUrl>

#include <csignal>
#include <fcntl.h>
#include <grp.h>
#include <pwd.h>
#include <stdexcept>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

namespace comanda::test {

using namespace Qt::StringLiterals;

namespace {

constexpr int kStartTries = 600; // of 50 ms

[[noreturn]] void giveUp(const QString& why) {
    throw std::runtime_error(why.toStdString());
}

// The newest server that is installed.
QString serverFolder() {
    const QDir root(u"/usr/lib/postgresql"_s);
    QString best;
    int newest = 0;
    for (const QString& version : root.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        const QString bin = root.filePath(version) + u"/bin"_s;
        if (version.toInt() > newest && QFileInfo(bin + u"/initdb"_s).isExecutable()) {
            newest = version.toInt();
            best = bin;
        }
    }
    if (best.isEmpty()) {
        giveUp(u"No PostgreSQL server in /usr/lib/postgresql: the tests of the store need one "
               "(apt-get install postgresql)."_s);
    }
    return best;
}

struct Account {
    uid_t user = 0;
    gid_t group = 0;
};

// PostgreSQL refuses to run as root.
Account unprivileged() {
    if (::geteuid() != 0) {
        return {::geteuid(), ::getegid()};
    }
    for (const char* name : {"postgres", "nobody"}) {
        if (const passwd* entry = ::getpwnam(name)) {
            return {entry->pw_uid, entry->pw_gid};
        }
    }
    giveUp(u"Neither a user postgres nor nobody: the test server cannot run as root."_s);
}

struct Command {
    explicit Command(const QStringList& words) {
        for (const QString& word : words) {
            bytes.push_back(QFile::encodeName(word));
        }
        for (QByteArray& word : bytes) {
            pointers.push_back(word.data());
        }
        pointers.push_back(nullptr);
    }
    std::vector<QByteArray> bytes;
    std::vector<char*> pointers;
};

// Not QProcess: the server must be stopped after the application object is gone, and must die with
// this program however that ends.
pid_t spawn(const QStringList& words, const QString& folder, const QString& output) {
    Command command(words);
    const QByteArray at = QFile::encodeName(folder);
    const QByteArray to = QFile::encodeName(output);
    const Account account = unprivileged();
    const bool drop = ::geteuid() == 0;
    const pid_t parent = ::getpid();
    const pid_t child = ::fork();
    if (child != 0) {
        return child;
    }
    // Between fork and exec of a program with threads: system calls only.
    const int file = ::open(to.constData(), O_WRONLY | O_CREAT | O_APPEND, 0644);
    ::dup2(file, STDOUT_FILENO);
    ::dup2(file, STDERR_FILENO);
    if (drop
        && (::setgroups(0, nullptr) != 0 || ::setgid(account.group) != 0
            || ::setuid(account.user) != 0)) {
        ::_exit(126);
    }
    ::prctl(PR_SET_PDEATHSIG, SIGQUIT); // after setuid(), which clears it
    if (::getppid() != parent || ::chdir(at.constData()) != 0) {
        ::_exit(126);
    }
    ::execv(command.pointers.front(), command.pointers.data());
    ::_exit(127);
}

QString nameOf(const store::StoreConfig& config) {
    return QUrl(QString::fromUtf8(config.url.reveal())).path().mid(1);
}

} // namespace

PostgresCluster& PostgresCluster::ofThisProgram() {
    static PostgresCluster cluster;
    return cluster;
}

PostgresCluster::PostgresCluster()
    : bin_(serverFolder()), dir_(QDir::tempPath() + u"/comanda-pg-XXXXXX"_s) {
    const Account account = unprivileged();
    if (!dir_.isValid()
        || ::chown(QFile::encodeName(dir_.path()).constData(), account.user, account.group) != 0) {
        giveUp(u"Cannot make a folder for the test server: "_s + dir_.errorString());
    }
    initialise();
    startServer();
}

PostgresCluster::~PostgresCluster() {
    if (server_ > 0) {
        ::kill(static_cast<pid_t>(server_), SIGQUIT); // at once: nothing of it is kept
        ::waitpid(static_cast<pid_t>(server_), nullptr, 0);
    }
}

int PostgresCluster::run(const QString& program, const QStringList& arguments) {
    const pid_t child =
        spawn(QStringList{bin_ + u'/' + program} + arguments, dir_.path(), dir_.filePath(u"log"_s));
    int status = 0;
    if (child < 0 || ::waitpid(child, &status, 0) != child) {
        giveUp(u"cannot start "_s + program);
    }
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128;
}

QString PostgresCluster::log() const {
    QFile file(dir_.filePath(u"log"_s));
    return file.open(QIODevice::ReadOnly) ? QString::fromLocal8Bit(file.readAll().right(4000))
                                          : QString();
}

void PostgresCluster::initialise() {
    if (run(u"initdb"_s, {u"-D"_s, dir_.filePath(u"data"_s), u"-A"_s, u"trust"_s, u"-U"_s,
                          u"test"_s, u"--no-sync"_s, u"-E"_s, u"UTF8"_s, u"--locale=C.UTF-8"_s})
        != 0) {
        giveUp(u"initdb failed: "_s + log());
    }
}

void PostgresCluster::startServer() {
    QStringList words{bin_ + u"/postgres"_s, u"-D"_s, dir_.filePath(u"data"_s)};
    for (const QString& setting :
         {u"listen_addresses="_s, u"unix_socket_directories="_s + dir_.path(), u"fsync=off"_s,
          u"full_page_writes=off"_s, u"shared_buffers=32MB"_s, u"max_connections=80"_s,
          u"autovacuum=off"_s}) {
        words << u"-c"_s << setting;
    }
    server_ = spawn(words, dir_.path(), dir_.filePath(u"log"_s));
    const QStringList question{u"-h"_s, dir_.path(),   u"-U"_s, u"test"_s,
                               u"-d"_s, u"postgres"_s, u"-q"_s};
    for (int tries = 0; server_ > 0 && tries < kStartTries; ++tries) {
        if (run(u"pg_isready"_s, question) == 0) {
            return;
        }
        if (::waitpid(static_cast<pid_t>(server_), nullptr, WNOHANG) != 0) {
            server_ = 0;
        }
        QThread::msleep(50);
    }
    giveUp(u"The test server does not start: "_s + log());
}

store::StoreConfig PostgresCluster::createDatabase(const QString& dataDir) {
    const QString name = u"test%1"_s.arg(++databases_);
    if (run(u"createdb"_s, {u"-h"_s, dir_.path(), u"-U"_s, u"test"_s, name}) != 0) {
        giveUp(u"createdb failed: "_s + log());
    }
    store::StoreConfig config;
    config.engine = store::StoreConfig::Engine::Postgres;
    config.url = Secret(u"postgresql://test@/%1?host=%2"_s.arg(name, dir_.path()).toUtf8());
    config.dataDir = dataDir;
    return config;
}

void PostgresCluster::dropDatabase(const store::StoreConfig& config) {
    if (run(u"dropdb"_s, {u"-h"_s, dir_.path(), u"-U"_s, u"test"_s, u"--force"_s, nameOf(config)})
        != 0) {
        giveUp(u"dropdb failed: "_s + log());
    }
}

void PostgresCluster::killBackends(const store::StoreConfig& config) {
    sql(config, u"SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                "WHERE datname = current_database() AND pid <> pg_backend_pid()"_s);
}

QString PostgresCluster::sql(const store::StoreConfig& config, const QString& statement) {
    const QString output = dir_.filePath(u"answer"_s);
    if (run(u"psql"_s, {u"-X"_s, u"-q"_s, u"-A"_s, u"-t"_s, u"-v"_s, u"ON_ERROR_STOP=1"_s, u"-h"_s,
                        dir_.path(), u"-U"_s, u"test"_s, u"-d"_s, nameOf(config), u"-o"_s, output,
                        u"-c"_s, statement})
        != 0) {
        giveUp(u"psql failed: "_s + log());
    }
    QFile file(output);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()).trimmed() : QString();
}

} // namespace comanda::test
