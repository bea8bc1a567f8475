#include "app/practice/phrases.h"

#include <algorithm>

namespace comanda::practice {

using namespace Qt::StringLiterals;

namespace {

QStringList spanish(Occasion occasion) {
    switch (occasion) {
    case Occasion::Greeting:
        return {u"Hola, buenas 👋"_s, u"Buenas, ¿están atendiendo?"_s,
                u"Hola! quisiera pedir algo"_s};
    case Occasion::AskHours:
        return {u"¿Hasta qué hora atienden hoy?"_s, u"¿A qué hora cierran?"_s};
    case Occasion::AskDelivery:
        return {u"¿Hacen domicilios al barrio La Soledad?"_s, u"¿Cuánto cuesta el domicilio?"_s};
    case Occasion::AfterCart:
        return {u"Ahí les mandé el carrito 🙂"_s, u"Ese es mi pedido, para llevar por favor"_s};
    case Occasion::Change:
        return {u"Perdón, mejor sin cebolla todo"_s, u"Uy, ¿me puede agregar una Coca-Cola?"_s,
                u"¿Se puede cambiar a para llevar?"_s};
    case Occasion::Address:
        return {u"Es aquí, apto 402 📍"_s, u"Les comparto la ubicación"_s};
    case Occasion::AboutPhoto:
        return {u"como esta la última vez 😋"_s, u"¿Tienen algo así?"_s};
    case Occasion::Story:
        return {u"¡Qué rico! 😍 ¿Todavía hay?"_s, u"Quiero eso 🤤"_s};
    case Occasion::Mistake:
        return {u"Mamá, ya voy saliendo"_s, u"jajaja no le cuentes a nadie"_s};
    case Occasion::Hurry:
        return {u"¿Hola? ¿Alguien ahí?"_s, u"¿Sí recibieron mi pedido?"_s};
    case Occasion::Complaint:
        return {u"Llevo rato esperando 😒"_s, u"Si no pueden me avisan por favor"_s};
    case Occasion::Thanks:
        return {u"Listo, gracias!"_s, u"Perfecto 🙌"_s, u"Dale, muchas gracias"_s};
    case Occasion::ThanksReady:
        return {u"Genial, ya voy 🏃"_s, u"Muchas gracias, muy amables ❤️"_s};
    case Occasion::Confirm:
        return {u"Sí, así está bien"_s, u"Sí por favor"_s};
    }
    return {};
}

QStringList english(Occasion occasion) {
    switch (occasion) {
    case Occasion::Greeting:
        return {u"Hi there 👋"_s, u"Hello! Are you open?"_s, u"Hey, I'd like to order"_s};
    case Occasion::AskHours:
        return {u"What time do you close tonight?"_s, u"Until when are you open?"_s};
    case Occasion::AskDelivery:
        return {u"Do you deliver to La Soledad?"_s, u"How much is delivery?"_s};
    case Occasion::AfterCart:
        return {u"Just sent you my cart 🙂"_s, u"That's my order, for pickup please"_s};
    case Occasion::Change:
        return {u"Sorry, no onions on anything please"_s, u"Oh, can you add a Coke?"_s,
                u"Could we make that takeaway?"_s};
    case Occasion::Address:
        return {u"It's here, apt 402 📍"_s, u"Sharing my location"_s};
    case Occasion::AboutPhoto:
        return {u"like this one last time 😋"_s, u"Do you have something like this?"_s};
    case Occasion::Story:
        return {u"That looks great! 😍 Is there any left?"_s, u"I want that 🤤"_s};
    case Occasion::Mistake:
        return {u"Mum, I'm just leaving"_s, u"haha don't tell anybody"_s};
    case Occasion::Hurry:
        return {u"Hello? Anybody there?"_s, u"Did you get my order?"_s};
    case Occasion::Complaint:
        return {u"I've been waiting for a while 😒"_s, u"Please tell me if you can't make it"_s};
    case Occasion::Thanks:
        return {u"Great, thanks!"_s, u"Perfect 🙌"_s, u"Okay, thank you so much"_s};
    case Occasion::ThanksReady:
        return {u"Awesome, on my way 🏃"_s, u"Thank you, you're lovely ❤️"_s};
    case Occasion::Confirm:
        return {u"Yes, that's right"_s, u"Yes please"_s};
    }
    return {};
}

QStringList portuguese(Occasion occasion) {
    switch (occasion) {
    case Occasion::Greeting:
        return {u"Oi, boa noite 👋"_s, u"Olá! Vocês estão abertos?"_s,
                u"Oi, queria fazer um pedido"_s};
    case Occasion::AskHours:
        return {u"Até que horas vocês atendem hoje?"_s, u"Que horas fecham?"_s};
    case Occasion::AskDelivery:
        return {u"Entregam em La Soledad?"_s, u"Quanto é a taxa de entrega?"_s};
    case Occasion::AfterCart:
        return {u"Mandei o carrinho 🙂"_s, u"Esse é o meu pedido, pra viagem por favor"_s};
    case Occasion::Change:
        return {u"Desculpa, tudo sem cebola"_s, u"Dá pra acrescentar uma Coca?"_s,
                u"Pode trocar pra viagem?"_s};
    case Occasion::Address:
        return {u"É aqui, apto 402 📍"_s, u"Vou mandar a localização"_s};
    case Occasion::AboutPhoto:
        return {u"igual a este da última vez 😋"_s, u"Vocês têm algo assim?"_s};
    case Occasion::Story:
        return {u"Que delícia! 😍 Ainda tem?"_s, u"Quero isso 🤤"_s};
    case Occasion::Mistake:
        return {u"Mãe, já estou saindo"_s, u"kkkk não conta pra ninguém"_s};
    case Occasion::Hurry:
        return {u"Oi? Tem alguém aí?"_s, u"Receberam meu pedido?"_s};
    case Occasion::Complaint:
        return {u"Estou esperando faz tempo 😒"_s, u"Se não der me avisem por favor"_s};
    case Occasion::Thanks:
        return {u"Beleza, obrigado!"_s, u"Perfeito 🙌"_s, u"Tá bom, muito obrigada"_s};
    case Occasion::ThanksReady:
        return {u"Ótimo, já estou indo 🏃"_s, u"Obrigada, vocês são demais ❤️"_s};
    case Occasion::Confirm:
        return {u"Sim, isso mesmo"_s, u"Sim, por favor"_s};
    }
    return {};
}

QStringList all(Occasion occasion, Tongue tongue) {
    switch (tongue) {
    case Tongue::Spanish:
        return spanish(occasion);
    case Tongue::English:
        return english(occasion);
    case Tongue::Portuguese:
        return portuguese(occasion);
    }
    return {};
}

struct Frame {
    QString opening, joint, pickup, delivery;
};

Frame frameOf(Tongue tongue) {
    switch (tongue) {
    case Tongue::Spanish:
        return {u"me regala "_s, u" y "_s, u", para llevar"_s, u", a domicilio por favor"_s};
    case Tongue::English:
        return {u"I'd like "_s, u" and "_s, u", to go"_s, u", delivery please"_s};
    case Tongue::Portuguese:
        return {u"quero "_s, u" e "_s, u", pra viagem"_s, u", para entrega por favor"_s};
    }
    return {};
}

} // namespace

QString phrase(Occasion occasion, Tongue tongue, QRandomGenerator& random) {
    const QStringList choices = all(occasion, tongue);
    return choices.at(random.bounded(int(choices.size())));
}

QString orderText(const std::vector<std::pair<Dish, int>>& lines, Tongue tongue, bool delivery) {
    const Frame frame = frameOf(tongue);
    QStringList parts;
    for (const auto& [dish, quantity] : lines) {
        parts += u"%1 %2"_s.arg(quantity).arg(dish.name(tongue));
    }
    return frame.opening + parts.join(frame.joint) + (delivery ? frame.delivery : frame.pickup);
}

bool soundsReady(const QString& text) {
    static const QStringList kWords{
        u"listo"_s,      u"lista"_s,  u"en camino"_s, u"ready"_s, u"on its way"_s,
        u"on the way"_s, u"pronto"_s, u"a caminho"_s, u"salió"_s, u"saiu"_s};
    return std::any_of(kWords.begin(), kWords.end(), [&](const QString& word) {
        return text.contains(word, Qt::CaseInsensitive);
    });
}

} // namespace comanda::practice
