// Owners for OpenSSL's handles.
#pragma once

#include <memory>
#include <openssl/evp.h>
#include <openssl/kdf.h>

namespace comanda::security {

template <auto release>
struct Release {
    template <typename T>
    void operator()(T* handle) const {
        release(handle);
    }
};

using CipherContext = std::unique_ptr<EVP_CIPHER_CTX, Release<EVP_CIPHER_CTX_free>>;
using Key = std::unique_ptr<EVP_PKEY, Release<EVP_PKEY_free>>;
using KeyContext = std::unique_ptr<EVP_PKEY_CTX, Release<EVP_PKEY_CTX_free>>;
using Kdf = std::unique_ptr<EVP_KDF, Release<EVP_KDF_free>>;
using KdfContext = std::unique_ptr<EVP_KDF_CTX, Release<EVP_KDF_CTX_free>>;

// OpenSSL takes unsigned bytes, Qt holds plain ones.
inline const unsigned char* bytes(const char* data) {
    return reinterpret_cast<const unsigned char*>(data);
}
inline unsigned char* bytes(char* data) {
    return reinterpret_cast<unsigned char*>(data);
}

} // namespace comanda::security
