// A disk that is soon full.
#pragma once

#include "tests/support/catch.h"

#include <QFile>
#include <QTemporaryDir>

#include <sys/mount.h>

namespace comanda::test {

// A disk of its own, which only root can make.
class SmallDisk {
public:
    explicit SmallDisk(const char* size) {
        mounted_ = ::mount("tmpfs", QFile::encodeName(dir_.path()).constData(), "tmpfs", 0,
                           (QByteArray("size=") + size).constData())
                   == 0;
    }
    ~SmallDisk() {
        if (mounted_) {
            ::umount2(QFile::encodeName(dir_.path()).constData(), MNT_DETACH);
        }
    }
    SmallDisk(const SmallDisk&) = delete;
    SmallDisk& operator=(const SmallDisk&) = delete;
    [[nodiscard]] bool isThere() const { return mounted_; }
    [[nodiscard]] QString path() const { return dir_.path(); }
    // Writes a file until nothing more fits.
    void fill() const {
        QFile file(dir_.filePath(QStringLiteral("filler")));
        REQUIRE(file.open(QIODevice::Append | QIODevice::Unbuffered));
        for (const qint64 size : {qint64{1024 * 1024}, qint64{4096}}) {
            const QByteArray block(size, 'f');
            while (file.write(block) == size) {
            }
        }
    }
    void drain() const { REQUIRE(QFile::remove(dir_.filePath(QStringLiteral("filler")))); }

private:
    QTemporaryDir dir_;
    bool mounted_ = false;
};

} // namespace comanda::test
