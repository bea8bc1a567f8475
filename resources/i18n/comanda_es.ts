<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es_CO" sourcelanguage="en_US">
<context>
    <name>comanda::desktop::Desktop</name>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Practice</source>
        <translation>Práctica</translation>
    </message>
</context>
<context>
    <name>comanda::practice::PracticePanel</name>
    <message>
        <source>Practice panel</source>
        <translation>Panel de práctica</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Arreglar</translation>
    </message>
    <message>
        <source>Restore %1</source>
        <translation>Arreglar %1</translation>
    </message>
    <message>
        <source>A simulated customer sends a WhatsApp cart now</source>
        <translation>Un cliente simulado envía ahora un carrito de WhatsApp</translation>
    </message>
    <message>
        <source>Works</source>
        <translation>Funciona</translation>
    </message>
    <message>
        <source>Gone: refuses connections</source>
        <translation>Ausente: rechaza conexiones</translation>
    </message>
    <message>
        <source>Hangs: never answers</source>
        <translation>Colgado: nunca contesta</translation>
    </message>
    <message>
        <source>Ill: error pages</source>
        <translation>Enfermo: páginas de error</translation>
    </message>
    <message>
        <source>Silent: nothing arrives</source>
        <translation>Callado: no llega nada</translation>
    </message>
    <message>
        <source>Refuses our token</source>
        <translation>Rechaza nuestra clave</translation>
    </message>
    <message>
        <source>Delivers everything twice</source>
        <translation>Entrega todo dos veces</translation>
    </message>
    <message>
        <source>Delivers out of order</source>
        <translation>Entrega en desorden</translation>
    </message>
    <message>
        <source>Delivers old messages at once</source>
        <translation>Entrega de golpe mensajes viejos</translation>
    </message>
    <message>
        <source>Messages come and go as usual.</source>
        <translation>Los mensajes van y vienen como siempre.</translation>
    </message>
    <message>
        <source>As if its computers were switched off. Customers&apos; messages come when it returns.</source>
        <translation>Como si sus computadores estuvieran apagados. Los mensajes de los clientes llegan cuando vuelva.</translation>
    </message>
    <message>
        <source>It takes every request and says nothing. It is unsure whether answers arrived.</source>
        <translation>Recibe todo y no dice nada. No es seguro que las respuestas llegaron.</translation>
    </message>
    <message>
        <source>A web page with an error instead of an answer.</source>
        <translation>Una página con un error en lugar de una respuesta.</translation>
    </message>
    <message>
        <source>It looks well, but no message is delivered until it is restored.</source>
        <translation>Parece estar bien, pero no entrega mensajes hasta que se restablece.</translation>
    </message>
    <message>
        <source>As if somebody had changed the password: it asks for a new sign-in.</source>
        <translation>Como si alguien hubiera cambiado la contraseña: pide entrar de nuevo.</translation>
    </message>
    <message>
        <source>Each message comes more than once; it must show only once.</source>
        <translation>Cada mensaje llega más de una vez; debe verse una sola.</translation>
    </message>
    <message>
        <source>Newer messages come before older ones.</source>
        <translation>Los mensajes nuevos llegan antes que los viejos.</translation>
    </message>
    <message>
        <source>Dozens of messages that are hours old, as after an outage.</source>
        <translation>Decenas de mensajes de hace horas, como después de una caída.</translation>
    </message>
    <message>
        <source>Break something on purpose</source>
        <translation>Romper algo a propósito</translation>
    </message>
    <message>
        <source>To learn what to do</source>
        <translation>Para aprender qué hacer</translation>
    </message>
    <message>
        <source>Pace of the customers</source>
        <translation>Ritmo de los clientes</translation>
    </message>
    <message>
        <source>Easy</source>
        <translation>Calma</translation>
    </message>
    <message>
        <source>Busy</source>
        <translation>Almuerzo</translation>
    </message>
    <message>
        <source>Rush</source>
        <translation>Locura</translation>
    </message>
    <message>
        <source>A WhatsApp cart now</source>
        <translation>Un carrito ahora</translation>
    </message>
    <message>
        <source>Talking with us</source>
        <translation>Conversando</translation>
    </message>
    <message>
        <source>Messages written</source>
        <translation>Mensajes escritos</translation>
    </message>
    <message>
        <source>Carts sent</source>
        <translation>Carritos enviados</translation>
    </message>
    <message>
        <source>Answers received</source>
        <translation>Respuestas recibidas</translation>
    </message>
    <message>
        <source>Break…</source>
        <translation>Romper…</translation>
    </message>
    <message>
        <source>Break %1</source>
        <translation>Romper %1</translation>
    </message>
    <message>
        <source>Let them go on</source>
        <translation>Que sigan</translation>
    </message>
    <message>
        <source>Pause the customers</source>
        <translation>Pausar clientes</translation>
    </message>
    <message>
        <source>All of Meta</source>
        <translation>Todo Meta</translation>
    </message>
    <message>
        <source>Gone, all four at once</source>
        <translation>Caídos los cuatro a la vez</translation>
    </message>
    <message>
        <source>As on 4 October 2021</source>
        <translation>Como el 4 de octubre de 2021</translation>
    </message>
    <message>
        <source>Telegram, Signal and the queue go on.</source>
        <translation>Telegram, Signal y la cola siguen.</translation>
    </message>
    <message>
        <source>Answers rubbish</source>
        <translation>Responde disparates</translation>
    </message>
    <message>
        <source>Bytes that mean nothing, as from a broken machine on the way.</source>
        <translation>Bytes sin sentido, como de una máquina dañada en el camino.</translation>
    </message>
    <message>
        <source>As if somebody had removed this computer from the phone&apos;s linked devices.</source>
        <translation>Como si alguien hubiera quitado este computador de los dispositivos vinculados del celular.</translation>
    </message>
</context>
<context>
    <name>comanda::ui::AnswerRow</name>
    <message>
        <source>In private, once</source>
        <translation>En privado, una vez</translation>
    </message>
    <message>
        <source>Only in public now</source>
        <translation>Ahora solo en público</translation>
    </message>
    <message>
        <source>Only who wrote the comment sees the answer. It can be done once.</source>
        <translation>Solo quien escribió el comentario ve la respuesta. Se puede una vez.</translation>
    </message>
    <message>
        <source>Answer nobody in particular</source>
        <translation>No responder a nadie en especial</translation>
    </message>
    <message>
        <source>Answering “%1”</source>
        <translation>Respondiendo a “%1”</translation>
    </message>
    <message>
        <source>Answering %1: “%2”</source>
        <translation>Respondiendo a %1: “%2”</translation>
    </message>
</context>
<context>
    <name>comanda::ui::Bubble</name>
    <message>
        <source>ARRIVED LATE · written %1</source>
        <translation>LLEGÓ TARDE · escrito %1</translation>
    </message>
    <message>
        <source>Public comment</source>
        <translation>Comentario público</translation>
    </message>
    <message>
        <source>Pressed a button</source>
        <translation>Tocó un botón</translation>
    </message>
    <message>
        <source>on its way</source>
        <translation>en camino</translation>
    </message>
    <message>
        <source>too large to keep</source>
        <translation>demasiado grande para guardar</translation>
    </message>
    <message>
        <source>no longer there</source>
        <translation>ya no está</translation>
    </message>
    <message>
        <source>could not be fetched</source>
        <translation>no se pudo traer</translation>
    </message>
    <message>
        <source>Cart from the catalogue</source>
        <translation>Carrito del catálogo</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>y %n más</numerusform>
            <numerusform>y %n más</numerusform>
        </translation>
    </message>
    <message>
        <source>Show more</source>
        <translation>Ver más</translation>
    </message>
    <message>
        <source>deleted by the customer</source>
        <translation>borrado por el cliente</translation>
    </message>
    <message>
        <source>edited</source>
        <translation>editado</translation>
    </message>
    <message>
        <source>In private</source>
        <translation>En privado</translation>
    </message>
    <message>
        <source>Approved text</source>
        <translation>Texto aprobado</translation>
    </message>
    <message>
        <source>Answered in private</source>
        <translation>Respondido en privado</translation>
    </message>
</context>
<context>
    <name>comanda::ui::ChannelForm</name>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Revisión</translation>
    </message>
    <message>
        <source>Press Test: Comanda asks %1 who we are. Nothing is sent to anybody.</source>
        <translation>Toque Probar: Comanda le pregunta a %1 quiénes somos. No se envía nada a nadie.</translation>
    </message>
    <message>
        <source>Connect %1</source>
        <translation>Conectar %1</translation>
    </message>
    <message>
        <source>Name for staff</source>
        <translation>Nombre para el personal</translation>
    </message>
    <message>
        <source>(optional)</source>
        <translation>(opcional)</translation>
    </message>
    <message>
        <source>Kept. Type here only to replace it.</source>
        <translation>Guardada. Escriba aquí solo para cambiarla.</translation>
    </message>
    <message>
        <source>How its messages get here</source>
        <translation>Cómo llegan sus mensajes</translation>
    </message>
    <message>
        <source>%1 only delivers to a public address. Set up a mailbox, or a public address of this machine, under &quot;Mailbox&quot;.</source>
        <translation>%1 solo entrega a una dirección pública. Configure un buzón, o una dirección pública de este equipo, en &quot;Buzón&quot;.</translation>
    </message>
    <message>
        <source>Address to give to %1</source>
        <translation>Dirección para dar a %1</translation>
    </message>
    <message>
        <source>Type it as the callback address on the platform&apos;s webhook page.</source>
        <translation>Escríbala como dirección de retorno en la página de webhooks de la plataforma.</translation>
    </message>
    <message>
        <source>Disconnect</source>
        <translation>Desconectar</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Probar</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>What this channel can do</source>
        <translation>Qué puede este canal</translation>
    </message>
    <message>
        <source>Photos, voice notes and files</source>
        <translation>Fotos, notas de voz y archivos</translation>
    </message>
    <message>
        <source>No photos or files</source>
        <translation>Sin fotos ni archivos</translation>
    </message>
    <message>
        <source>Buttons to answer with</source>
        <translation>Botones para contestar</translation>
    </message>
    <message>
        <source>No buttons</source>
        <translation>Sin botones</translation>
    </message>
    <message>
        <source>Tells when the customer has read</source>
        <translation>Dice cuándo leyó el cliente</translation>
    </message>
    <message>
        <source>Does not tell what was read</source>
        <translation>No dice qué se leyó</translation>
    </message>
    <message>
        <source>What was sent can be changed</source>
        <translation>Lo enviado se puede cambiar</translation>
    </message>
    <message>
        <source>What was sent cannot be changed</source>
        <translation>Lo enviado no se puede cambiar</translation>
    </message>
    <message>
        <source>No time limit to answer</source>
        <translation>Sin límite de tiempo para contestar</translation>
    </message>
    <message numerus="yes">
        <source>Answers only within %n hour(s) of the customer&apos;s last message</source>
        <translation>
            <numerusform>Contesta solo hasta %n hora después del último mensaje del cliente</numerusform>
            <numerusform>Contesta solo hasta %n horas después del último mensaje del cliente</numerusform>
        </translation>
    </message>
    <message>
        <source>We may write first</source>
        <translation>Podemos escribir primero</translation>
    </message>
    <message>
        <source>The customer writes first</source>
        <translation>El cliente escribe primero</translation>
    </message>
    <message>
        <source>Your link for customers</source>
        <translation>Su enlace para los clientes</translation>
    </message>
    <message>
        <source>It is still empty.</source>
        <translation>Todavía está vacío.</translation>
    </message>
    <message>
        <source>That does not look right. Copy it once more.</source>
        <translation>No parece correcto. Cópielo otra vez.</translation>
    </message>
    <message>
        <source>Asking %1…</source>
        <translation>Preguntando a %1…</translation>
    </message>
    <message>
        <source>%1 does not accept this</source>
        <translation>%1 no acepta esto</translation>
    </message>
    <message>
        <source>No</source>
        <translation>No</translation>
    </message>
    <message>
        <source>%1 answers</source>
        <translation>%1 contesta</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>Bien</translation>
    </message>
    <message>
        <source>The key is good</source>
        <translation>La clave sirve</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Revise</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>No se guardó</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Guardado</translation>
    </message>
    <message>
        <source>The channel starts now. Its light is above.</source>
        <translation>El canal arranca ahora. Su luz está arriba.</translation>
    </message>
    <message>
        <source>Disconnect %1? Its chats and orders stay here.</source>
        <translation>¿Desconectar %1? Sus chats y pedidos se quedan aquí.</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Dejarlo</translation>
    </message>
    <message>
        <source>Not disconnected</source>
        <translation>No se desconectó</translation>
    </message>
    <message>
        <source>The app at Meta. All channels of one app share this: type it once, for any of them.</source>
        <translation>La aplicación en Meta. Todos los canales de una aplicación comparten esto: escríbalo una vez, en cualquiera de ellos.</translation>
    </message>
    <message>
        <source>For special cases</source>
        <translation>Para casos especiales</translation>
    </message>
    <message>
        <source>Kept with %1, and used here too.</source>
        <translation>Guardada con %1; se usa también aquí.</translation>
    </message>
    <message>
        <source>This is another number</source>
        <translation>Este es otro número</translation>
    </message>
    <message>
        <source>The channel had %1, this phone has %2. Save only if that is right.</source>
        <translation>El canal tenía %1 y este teléfono tiene %2. Guarde solo si es correcto.</translation>
    </message>
    <message>
        <source>Switch it on</source>
        <translation>Activarlo</translation>
    </message>
    <message>
        <source>It could not be switched on</source>
        <translation>No se pudo activar</translation>
    </message>
    <message>
        <source>The number is linked</source>
        <translation>El número está vinculado</translation>
    </message>
</context>
<context>
    <name>comanda::ui::ChannelStrip</name>
    <message>
        <source>Channels</source>
        <translation>Canales</translation>
    </message>
    <message>
        <source>No sound %1:%2</source>
        <translation>Sin sonido %1:%2</translation>
    </message>
    <message>
        <source>Sound is off. Turn it on</source>
        <translation>Sin sonido. Activarlo</translation>
    </message>
    <message>
        <source>Turn the sound off for 15 minutes</source>
        <translation>Apagar el sonido 15 minutos</translation>
    </message>
</context>
<context>
    <name>comanda::ui::ChatPane</name>
    <message>
        <source>Order these words</source>
        <translation>Pedir estas palabras</translation>
    </message>
    <message>
        <source>Make an order</source>
        <translation>Hacer un pedido</translation>
    </message>
    <message>
        <source>Make an order from the selected words or message</source>
        <translation>Hacer un pedido con las palabras o el mensaje elegido</translation>
    </message>
    <message numerus="yes">
        <source>%n open orders</source>
        <translation>
            <numerusform>%n pedido abierto</numerusform>
            <numerusform>%n pedidos abiertos</numerusform>
        </translation>
    </message>
    <message>
        <source>Attach a file</source>
        <translation>Adjuntar un archivo</translation>
    </message>
    <message>
        <source>This answer is waiting to leave.</source>
        <translation>Esta respuesta espera para salir.</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>Retirarla</translation>
    </message>
    <message>
        <source>Let it wait</source>
        <translation>Dejarla esperar</translation>
    </message>
    <message>
        <source>It may have arrived. Sending again may send it twice.</source>
        <translation>Puede haber llegado. Enviarla otra vez puede duplicarla.</translation>
    </message>
    <message>
        <source>It arrived</source>
        <translation>Sí llegó</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Enviar otra vez</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Ahora no</translation>
    </message>
    <message>
        <source>This kind of file can do harm. Save it only if you know who sent it.</source>
        <translation>Este tipo de archivo puede hacer daño. Guárdelo solo si sabe quién lo envió.</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Guardar como…</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Dejarlo</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>Guardar como</translation>
    </message>
    <message>
        <source>Ask for the number</source>
        <translation>Pedir el teléfono</translation>
    </message>
    <message>
        <source>came by “%1”</source>
        <translation>llegó por «%1»</translation>
    </message>
    <message>
        <source>Who this customer is</source>
        <translation>Quién es este cliente</translation>
    </message>
</context>
<context>
    <name>comanda::ui::ClosedRow</name>
    <message>
        <source>Approved text…</source>
        <translation>Texto aprobado…</translation>
    </message>
    <message>
        <source>Call %1</source>
        <translation>Llamar al %1</translation>
    </message>
    <message>
        <source>Write on %1</source>
        <translation>Escribir por %1</translation>
    </message>
</context>
<context>
    <name>comanda::ui::Column</name>
    <message>
        <source>Nothing here</source>
        <translation>Nada aquí</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n orders</source>
        <translation>
            <numerusform>%1, %n pedido</numerusform>
            <numerusform>%1, %n pedidos</numerusform>
        </translation>
    </message>
    <message>
        <source>Accepted</source>
        <comment>the head of a column: orders</comment>
        <translation>Aceptados</translation>
    </message>
    <message>
        <source>Ready</source>
        <comment>the head of a column: orders</comment>
        <translation>Listos</translation>
    </message>
</context>
<context>
    <name>comanda::ui::Composer</name>
    <message>
        <source>%1 h %2 min left to answer</source>
        <translation>Quedan %1 h %2 min para responder</translation>
    </message>
    <message>
        <source>%1 min left to answer</source>
        <translation>Quedan %1 min para responder</translation>
    </message>
    <message>
        <source>%1:%2 left to answer</source>
        <translation>Quedan %1:%2 para responder</translation>
    </message>
    <message>
        <source>%1 lets shops answer only for a while after the customer&apos;s last message. That time is over: wait for the customer to write, or call.</source>
        <translation>%1 deja contestar solo un tiempo después del último mensaje del cliente. Ese tiempo pasó: espere a que escriba, o llame.</translation>
    </message>
    <message>
        <source>On %1 the customer has to write first.</source>
        <translation>En %1 el cliente tiene que escribir primero.</translation>
    </message>
    <message>
        <source>This customer has blocked us on %1. Call instead.</source>
        <translation>Este cliente nos bloqueó en %1. Mejor llame.</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Enviar</translation>
    </message>
    <message>
        <source>Attach a file</source>
        <translation>Adjuntar un archivo</translation>
    </message>
    <message>
        <source>Quick reply: %1</source>
        <translation>Respuesta rápida: %1</translation>
    </message>
    <message>
        <source>Write to %1 on %2</source>
        <translation>Escribir a %1 por %2</translation>
    </message>
    <message>
        <source>Goes out when %1 is back</source>
        <translation>Sale cuando vuelva %1</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>More quick replies</source>
        <translation>Más respuestas rápidas</translation>
    </message>
    <message numerus="yes">
        <source>%n letters too many</source>
        <translation>
            <numerusform>Sobra %n letra</numerusform>
            <numerusform>Sobran %n letras</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) left to answer by hand</source>
        <translation>
            <numerusform>Queda %n día para responder a mano</numerusform>
            <numerusform>Quedan %n días para responder a mano</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) left to answer by hand</source>
        <translation>
            <numerusform>Queda %n hora para responder a mano</numerusform>
            <numerusform>Quedan %n horas para responder a mano</numerusform>
        </translation>
    </message>
    <message>
        <source>Send in private</source>
        <translation>Enviar en privado</translation>
    </message>
    <message>
        <source>%1 lets shops answer only for a while after the customer&apos;s last message. That time is over: only an approved text can be sent until the customer writes again.</source>
        <translation>%1 deja responder solo un tiempo después del último mensaje del cliente. Ese tiempo terminó: hasta que el cliente vuelva a escribir, solo se puede enviar un texto aprobado.</translation>
    </message>
    <message>
        <source>The shop&apos;s own %1 account does not let us answer here. Its owner can allow it there, or answer on the phone.</source>
        <translation>La cuenta propia de la tienda en %1 no nos deja responder aquí. Su dueño puede permitirlo allí, o responder desde el teléfono.</translation>
    </message>
</context>
<context>
    <name>comanda::ui::ConversationDelegate</name>
    <message>
        <source>Blocked</source>
        <translation>Bloqueado</translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n en espera</numerusform>
            <numerusform>%n en espera</numerusform>
        </translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>No salió</translation>
    </message>
    <message>
        <source>Not sure</source>
        <translation>No es seguro</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Pedido</translation>
    </message>
    <message numerus="yes">
        <source>%n orders</source>
        <translation>
            <numerusform>%n pedido</numerusform>
            <numerusform>%n pedidos</numerusform>
        </translation>
    </message>
    <message>
        <source>We</source>
        <translation>Nosotros</translation>
    </message>
    <message>
        <source>Read only</source>
        <translation>Solo lectura</translation>
    </message>
</context>
<context>
    <name>comanda::ui::ConversationModel</name>
    <message numerus="yes">
        <source>%n unread</source>
        <translation>
            <numerusform>%n sin leer</numerusform>
            <numerusform>%n sin leer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open orders</source>
        <translation>
            <numerusform>%n pedido abierto</numerusform>
            <numerusform>%n pedidos abiertos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting to leave</source>
        <translation>
            <numerusform>%n espera para salir</numerusform>
            <numerusform>%n esperan para salir</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>comanda::ui::CustomerForm</name>
    <message>
        <source>Address</source>
        <translation>Dirección</translation>
    </message>
    <message>
        <source>Allergies</source>
        <translation>Alergias</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notas</translation>
    </message>
    <message>
        <source>No address, allergies or notes yet.</source>
        <translation>Sin dirección, alergias ni notas todavía.</translation>
    </message>
    <message>
        <source>Write down</source>
        <translation>Anotar</translation>
    </message>
    <message>
        <source>Write down address, allergies and notes</source>
        <translation>Anotar dirección, alergias y notas</translation>
    </message>
    <message>
        <source>What is known of this customer</source>
        <translation>Lo que se sabe de este cliente</translation>
    </message>
    <message>
        <source>peanut, shellfish</source>
        <translation>maní, mariscos</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Save what is written of this customer</source>
        <translation>Guardar lo anotado de este cliente</translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation>Descartar</translation>
    </message>
    <message>
        <source>Throw away what was typed of this customer</source>
        <translation>Descartar lo escrito de este cliente</translation>
    </message>
    <message>
        <source>Last delivered to %1</source>
        <translation>Última entrega: %1</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Cambiar</translation>
    </message>
    <message>
        <source>Meanwhile somebody wrote: %1</source>
        <translation>Mientras tanto alguien escribió: %1</translation>
    </message>
</context>
<context>
    <name>comanda::ui::IdentityRow</name>
    <message>
        <source>Comments on %1</source>
        <translation>Comentarios en %1</translation>
    </message>
    <message>
        <source>this chat</source>
        <translation>este chat</translation>
    </message>
</context>
<context>
    <name>comanda::ui::InboxPage</name>
    <message>
        <source>Choose a chat</source>
        <translation>Elija un chat</translation>
    </message>
    <message>
        <source>Ctrl+O makes an order of what is selected.</source>
        <translation>Ctrl+O hace un pedido con lo elegido.</translation>
    </message>
    <message>
        <source>Chats</source>
        <translation>Chats</translation>
    </message>
    <message>
        <source>Search the chats</source>
        <translation>Buscar en los chats</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Todos</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>Sin leer</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Pedidos</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>Conversaciones</translation>
    </message>
    <message>
        <source>Nobody has written yet</source>
        <translation>Nadie ha escrito todavía</translation>
    </message>
    <message>
        <source>The first message appears here.</source>
        <translation>El primer mensaje aparece aquí.</translation>
    </message>
    <message>
        <source>Nothing here</source>
        <translation>Nada aquí</translation>
    </message>
    <message>
        <source>Nothing with “%1”</source>
        <translation>Nada con «%1»</translation>
    </message>
    <message>
        <source>Try without the filter.</source>
        <translation>Pruebe sin el filtro.</translation>
    </message>
    <message>
        <source>Unread %1</source>
        <translation>Sin leer %1</translation>
    </message>
</context>
<context>
    <name>comanda::ui::KeyPlaceForm</name>
    <message>
        <source>The keychain of this machine opens the keys when somebody signs in to it.</source>
        <translation>El llavero de este equipo abre las claves cuando alguien entra en él.</translation>
    </message>
    <message>
        <source>A passphrase opens the keys each time Comanda starts.</source>
        <translation>Una frase abre las claves cada vez que arranca Comanda.</translation>
    </message>
    <message>
        <source>A file that only this account of this machine can read opens the keys: whoever can use the account can use the channels.</source>
        <translation>Un archivo que solo esta cuenta de este equipo puede leer abre las claves: quien puede usar la cuenta puede usar los canales.</translation>
    </message>
    <message>
        <source>What opens the keys</source>
        <translation>Qué abre las claves</translation>
    </message>
    <message>
        <source>Passphrase as it is now</source>
        <translation>Frase actual</translation>
    </message>
    <message>
        <source>New passphrase</source>
        <translation>Frase nueva</translation>
    </message>
    <message>
        <source>At least eight letters. It is asked each time Comanda starts.</source>
        <translation>Al menos ocho letras. Se pide cada vez que arranca Comanda.</translation>
    </message>
    <message>
        <source>Change it</source>
        <translation>Cambiarla</translation>
    </message>
    <message>
        <source>Ask for it</source>
        <translation>Pedirla</translation>
    </message>
    <message>
        <source>With the recovery code the keys can be opened when the machine or the passphrase is lost. If nobody knows where it is, make a new one: the old one then opens nothing.</source>
        <translation>Con el código de recuperación se abren las claves si se pierde el equipo o la frase. Si nadie sabe dónde está, haga uno nuevo: el viejo ya no abre nada.</translation>
    </message>
    <message>
        <source>New recovery code</source>
        <translation>Código nuevo</translation>
    </message>
    <message>
        <source>Not changed</source>
        <translation>No se cambió</translation>
    </message>
    <message>
        <source>From the next start on the new passphrase is asked</source>
        <translation>Desde el próximo arranque se pide la frase nueva</translation>
    </message>
    <message>
        <source>No new code</source>
        <translation>No hay código nuevo</translation>
    </message>
    <message>
        <source>Write this code down and keep it away from this machine. It is shown this once, and the one before opens nothing any more.</source>
        <translation>Anote este código y guárdelo lejos de este equipo. Se muestra solo esta vez, y el anterior ya no abre nada.</translation>
    </message>
    <message>
        <source>Recovery code</source>
        <translation>Código de recuperación</translation>
    </message>
    <message>
        <source>I have written it down</source>
        <translation>Ya lo anoté</translation>
    </message>
</context>
<context>
    <name>comanda::ui::KeysForm</name>
    <message>
        <source>Its key has ended</source>
        <translation>Su clave se venció</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>vencida</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n día</numerusform>
            <numerusform>%n días</numerusform>
        </translation>
    </message>
    <message>
        <source>When its key ends is not known</source>
        <translation>No se sabe cuándo se vence su clave</translation>
    </message>
    <message>
        <source>Comanda asks once a day while the channel runs. With the app&apos;s id and secret Meta answers for certain.</source>
        <translation>Comanda pregunta una vez al día mientras el canal funciona. Con el número y el secreto de la aplicación, Meta contesta con seguridad.</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>no se sabe</translation>
    </message>
    <message>
        <source>Its key does not end by itself</source>
        <translation>Su clave no se vence sola</translation>
    </message>
    <message>
        <source>It is void when whoever made it changes the password or leaves the page.</source>
        <translation>Deja de valer si quien la hizo cambia su contraseña o deja la página.</translation>
    </message>
    <message>
        <source>lasts</source>
        <translation>dura</translation>
    </message>
    <message>
        <source>Comanda renews its key by itself</source>
        <translation>Comanda renueva su clave por sí sola</translation>
    </message>
    <message>
        <source>The present one would end on %1.</source>
        <translation>La actual se vencería el %1.</translation>
    </message>
    <message>
        <source>renewed</source>
        <translation>se renueva</translation>
    </message>
    <message>
        <source>Its key ends on %1</source>
        <translation>Su clave se vence el %1</translation>
    </message>
    <message numerus="yes">
        <source>Key ends in %n day(s)</source>
        <translation>
            <numerusform>Vence en %n día</numerusform>
            <numerusform>Vence en %n días</numerusform>
        </translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Claves</translation>
    </message>
    <message>
        <source>When a key ends, its channel goes silent. The light turns amber two weeks before.</source>
        <translation>Cuando una clave se vence, su canal se calla. La luz se pone ámbar dos semanas antes.</translation>
    </message>
    <message>
        <source>No channel is connected yet.</source>
        <translation>Todavía no hay ningún canal conectado.</translation>
    </message>
    <message>
        <source>It has no key: the shop&apos;s phone let it in</source>
        <translation>No tiene clave: lo dejó entrar el teléfono del local</translation>
    </message>
    <message>
        <source>Signal forgets a linked device that was not used for about a month.</source>
        <translation>Signal olvida un dispositivo vinculado que no se usó en cerca de un mes.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>Abrir %1</translation>
    </message>
</context>
<context>
    <name>comanda::ui::LightSheet</name>
    <message>
        <source>Settings of this channel</source>
        <translation>Ajustes del canal</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Cerrar (Esc)</translation>
    </message>
    <message>
        <source>Like this since</source>
        <translation>Así desde</translation>
    </message>
    <message>
        <source>Last message</source>
        <translation>Último mensaje</translation>
    </message>
    <message>
        <source>Last answer that worked</source>
        <translation>Último contacto bueno</translation>
    </message>
    <message>
        <source>Last trouble</source>
        <translation>Último problema</translation>
    </message>
    <message>
        <source>Waiting to leave</source>
        <translation>Esperan para salir</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>ninguno todavía</translation>
    </message>
</context>
<context>
    <name>comanda::ui::LineRow</name>
    <message>
        <source>One less</source>
        <translation>Uno menos</translation>
    </message>
    <message>
        <source>One more</source>
        <translation>Uno más</translation>
    </message>
    <message>
        <source>Remove the line</source>
        <translation>Quitar la línea</translation>
    </message>
    <message>
        <source>Dish and changes</source>
        <translation>Plato y cambios</translation>
    </message>
    <message>
        <source>Dish, then its changes after a comma</source>
        <translation>Plato y, después de una coma, sus cambios</translation>
    </message>
    <message>
        <source>Price of one</source>
        <translation>Precio de uno</translation>
    </message>
    <message>
        <source>price</source>
        <translation>precio</translation>
    </message>
</context>
<context>
    <name>comanda::ui::LinkWizard</name>
    <message>
        <source>Link with the phone</source>
        <translation>Vincular con el teléfono</translation>
    </message>
    <message>
        <source>Show code</source>
        <translation>Mostrar código</translation>
    </message>
    <message>
        <source>For a signal-cli that is not linked yet. You need the shop&apos;s phone with Signal in your hand.</source>
        <translation>Para un signal-cli que aún no está vinculado. Necesita a mano el teléfono del local con Signal.</translation>
    </message>
    <message>
        <source>Asking signal-cli for a code…</source>
        <translation>Pidiendo un código a signal-cli…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>1. On the shop&apos;s phone open Signal, Settings, Linked devices.</source>
        <translation>1. En el teléfono del local abra Signal, Ajustes, Dispositivos vinculados.</translation>
    </message>
    <message>
        <source>2. Touch &quot;Link a new device&quot; and point the camera at this code.</source>
        <translation>2. Toque «Vincular nuevo dispositivo» y apunte la cámara a este código.</translation>
    </message>
    <message>
        <source>3. Confirm on the phone, and wait until it says so here.</source>
        <translation>3. Confirme en el teléfono y espere a que aquí lo diga.</translation>
    </message>
    <message>
        <source>Code to scan with the shop&apos;s phone</source>
        <translation>Código para leer con el teléfono del local</translation>
    </message>
    <message>
        <source>The code is good for %1:%2 more.</source>
        <translation>El código vale %1:%2 más.</translation>
    </message>
    <message>
        <source>Signal wants to see a person</source>
        <translation>Signal quiere ver a una persona</translation>
    </message>
    <message>
        <source>Open this page in a browser</source>
        <translation>Abra esta página en un navegador</translation>
    </message>
    <message>
        <source>Solve the riddle. Then copy the address of the button &quot;Open Signal&quot;: it begins with signalcaptcha.</source>
        <translation>Resuelva el acertijo. Luego copie la dirección del botón «Open Signal»: empieza por signalcaptcha.</translation>
    </message>
    <message>
        <source>The copied address</source>
        <translation>La dirección copiada</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Seguir</translation>
    </message>
    <message>
        <source>The phone has linked us</source>
        <translation>El teléfono nos vinculó</translation>
    </message>
    <message>
        <source>Linked with %1</source>
        <translation>Vinculado con %1</translation>
    </message>
    <message>
        <source>Type its number at the left, and press Save.</source>
        <translation>Escriba su número a la izquierda y pulse Guardar.</translation>
    </message>
    <message>
        <source>Now press Save.</source>
        <translation>Ahora pulse Guardar.</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>Bien</translation>
    </message>
    <message>
        <source>Link another phone</source>
        <translation>Vincular otro</translation>
    </message>
    <message>
        <source>Not before %1.</source>
        <translation>Espere hasta %1.</translation>
    </message>
    <message>
        <source>Not linked</source>
        <translation>No se vinculó</translation>
    </message>
    <message>
        <source>Show a new code</source>
        <translation>Otro código</translation>
    </message>
    <message>
        <source>It is for the shop&apos;s phone alone: show it to nobody else.</source>
        <translation>Es solo para el teléfono del local: no se lo muestre a nadie más.</translation>
    </message>
</context>
<context>
    <name>comanda::ui::LinksForm</name>
    <message>
        <source>Where customers find you</source>
        <translation>Dónde lo encuentran los clientes</translation>
    </message>
    <message>
        <source>Put all of them on the door, the bag and the receipt: when one is down, customers still reach you by another.</source>
        <translation>Póngalos todos en la puerta, la bolsa y el recibo: si uno se cae, los clientes llegan por otro.</translation>
    </message>
    <message>
        <source>There is none yet. Connect a channel, or write the shop&apos;s telephone under Shop.</source>
        <translation>Todavía no hay ninguno. Conecte un canal o escriba el teléfono en Local.</translation>
    </message>
    <message>
        <source>Its platform has not told us the public name yet.</source>
        <translation>Su plataforma aún no nos dijo el nombre público.</translation>
    </message>
    <message>
        <source>Copy the link</source>
        <translation>Copiar enlace</translation>
    </message>
    <message>
        <source>Copy the link of %1</source>
        <translation>Copiar el enlace de %1</translation>
    </message>
    <message>
        <source>Copy the code</source>
        <translation>Copiar código</translation>
    </message>
    <message>
        <source>Copy the code of %1</source>
        <translation>Copiar el código de %1</translation>
    </message>
    <message>
        <source>Code that leads to %1</source>
        <translation>Código que lleva a %1</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copiado</translation>
    </message>
</context>
<context>
    <name>comanda::ui::LookForm</name>
    <message>
        <source>Nothing moves or flashes</source>
        <translation>Nada se mueve ni parpadea</translation>
    </message>
    <message>
        <source>On this machine</source>
        <translation>En este equipo</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Como el sistema</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Takes effect when Comanda is started again.</source>
        <translation>Se nota al abrir Comanda otra vez.</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Oscuro</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Colores</translation>
    </message>
    <message>
        <source>Size of the text</source>
        <translation>Tamaño del texto</translation>
    </message>
    <message>
        <source>115 % suits a touch screen.</source>
        <translation>115 % va bien en pantallas táctiles.</translation>
    </message>
</context>
<context>
    <name>comanda::ui::MailboxForm</name>
    <message>
        <source>Mailbox</source>
        <translation>Buzón</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Dirección</translation>
    </message>
    <message>
        <source>Empty: no mailbox is used.</source>
        <translation>Vacía: no se usa buzón.</translation>
    </message>
    <message>
        <source>Its key for this shop</source>
        <translation>Su clave para este local</translation>
    </message>
    <message>
        <source>The line that comanda-server mailbox --new-keys printed to a file.</source>
        <translation>La línea que comanda-server mailbox --new-keys dejó en un archivo.</translation>
    </message>
    <message>
        <source>Key of this shop, for the mailbox&apos;s settings</source>
        <translation>Clave de este local, para los ajustes del buzón</translation>
    </message>
    <message>
        <source>Not a secret: what is sealed with it, only this shop can open.</source>
        <translation>No es secreta: lo que se cierra con ella, solo este local lo abre.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Kept. Type here only to replace it.</source>
        <translation>Guardada. Escriba aquí solo para cambiarla.</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Guardado</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>No se guardó</translation>
    </message>
    <message>
        <source>That did not work</source>
        <translation>No se pudo</translation>
    </message>
    <message>
        <source>That is not the address of a mailbox. It looks like %1</source>
        <translation>Eso no es la dirección de un buzón. Se ve así: %1</translation>
    </message>
    <message>
        <source>The way of a message</source>
        <translation>El camino de un mensaje</translation>
    </message>
    <message>
        <source>Test the way</source>
        <translation>Probar el camino</translation>
    </message>
    <message>
        <source>Meta&apos;s channels only deliver to a public address. The mailbox is a small program, comanda-server mailbox, on any host that has one: it keeps messages sealed until this machine collects them.</source>
        <translation>Los canales de Meta solo entregan en una dirección pública. El buzón es un programa pequeño, comanda-server mailbox, en cualquier equipo que tenga una: guarda los mensajes sellados hasta que este equipo los recoge.</translation>
    </message>
    <message>
        <source>No channel needs a public address yet.</source>
        <translation>Ningún canal necesita todavía una dirección pública.</translation>
    </message>
    <message>
        <source>Comanda posts a message of its own to the public address, signed as the platform signs, and looks whether it arrives here. No customer sees it. Then it asks each platform whether it sends us its messages.</source>
        <translation>Comanda manda un mensaje propio a la dirección pública, firmado como firma la plataforma, y mira si llega aquí. Ningún cliente lo ve. Luego pregunta a cada plataforma si nos envía sus mensajes.</translation>
    </message>
    <message>
        <source>There is a public address</source>
        <translation>Hay una dirección pública</translation>
    </message>
    <message>
        <source>The app secret is there</source>
        <translation>El secreto de la aplicación está</translation>
    </message>
    <message>
        <source>The address answers</source>
        <translation>La dirección contesta</translation>
    </message>
    <message>
        <source>It accepts the signature</source>
        <translation>Acepta la firma</translation>
    </message>
    <message>
        <source>The mailbox keeps the message</source>
        <translation>El buzón guarda el mensaje</translation>
    </message>
    <message>
        <source>The message is stored</source>
        <translation>El mensaje queda guardado</translation>
    </message>
    <message>
        <source>This machine collects it</source>
        <translation>Este equipo lo recoge</translation>
    </message>
    <message>
        <source>It is read, and on this screen</source>
        <translation>Se lee y llega a esta pantalla</translation>
    </message>
    <message>
        <source>No</source>
        <translation>No</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>Bien</translation>
    </message>
    <message>
        <source>Switch it on</source>
        <translation>Activarlo</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Mire</translation>
    </message>
    <message>
        <source>%1 sends us its messages</source>
        <translation>%1 nos envía sus mensajes</translation>
    </message>
    <message>
        <source>It could not be switched on</source>
        <translation>No se pudo activar</translation>
    </message>
</context>
<context>
    <name>comanda::ui::MainWindow</name>
    <message>
        <source>[PRACTICE]</source>
        <translation>[PRÁCTICA]</translation>
    </message>
</context>
<context>
    <name>comanda::ui::MessageModel</name>
    <message>
        <source>We</source>
        <translation>Nosotros</translation>
    </message>
    <message>
        <source>arrived late</source>
        <translation>llegó tarde</translation>
    </message>
    <message>
        <source>deleted</source>
        <translation>borrado</translation>
    </message>
</context>
<context>
    <name>comanda::ui::NumberField</name>
    <message>
        <source>Less</source>
        <translation>Menos</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Más</translation>
    </message>
</context>
<context>
    <name>comanda::ui::OrderActions</name>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>%1 is back: %2</source>
        <translation>%1 volvió: %2</translation>
    </message>
    <message>
        <source>Reject %1?</source>
        <translation>¿Rechazar %1?</translation>
    </message>
    <message>
        <source>Sold out</source>
        <translation>Se agotó</translation>
    </message>
    <message>
        <source>Too far</source>
        <translation>Muy lejos</translation>
    </message>
    <message>
        <source>Closed now</source>
        <translation>Ya cerramos</translation>
    </message>
    <message>
        <source>Not serious</source>
        <translation>No es serio</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Dejarlo</translation>
    </message>
    <message>
        <source>Cancel %1?</source>
        <translation>¿Cancelar %1?</translation>
    </message>
    <message>
        <source>Customer asked</source>
        <translation>El cliente pidió</translation>
    </message>
    <message>
        <source>Cannot be made</source>
        <translation>No se puede</translation>
    </message>
    <message>
        <source>By mistake</source>
        <translation>Por error</translation>
    </message>
    <message>
        <source>%1 was not delivered?</source>
        <translation>¿%1 no se entregó?</translation>
    </message>
    <message>
        <source>Nobody came</source>
        <translation>Nadie vino</translation>
    </message>
    <message>
        <source>Nobody opened</source>
        <translation>Nadie abrió</translation>
    </message>
    <message>
        <source>Wrong address</source>
        <translation>Dirección equivocada</translation>
    </message>
    <message>
        <source>%1 is in the queue</source>
        <translation>%1 está en la cola</translation>
    </message>
</context>
<context>
    <name>comanda::ui::OrderCard</name>
    <message>
        <source>Change made</source>
        <translation>Aceptar cambio</translation>
    </message>
    <message>
        <source>No</source>
        <translation>No</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>Cancel it</source>
        <translation>Cancelarlo</translation>
    </message>
    <message>
        <source>order %1</source>
        <translation>pedido %1</translation>
    </message>
    <message>
        <source>Reject %1</source>
        <translation>Rechazar %1</translation>
    </message>
    <message>
        <source>Refuse the change of %1</source>
        <translation>No aceptar el cambio de %1</translation>
    </message>
    <message>
        <source>Order %1</source>
        <translation>Pedido %1</translation>
    </message>
</context>
<context>
    <name>comanda::ui::OrderEditor</name>
    <message>
        <source>2 taco al pastor, no onion</source>
        <translation>2 taco al pastor, sin cebolla</translation>
    </message>
    <message>
        <source>Add a line: amount and dish, Enter</source>
        <translation>Agregar una línea: cantidad y plato, Enter</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>When (20:00; empty: as soon as possible)</source>
        <translation>Cuándo (20:00; vacío: lo antes posible)</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Dirección</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Teléfono</translation>
    </message>
    <message>
        <source>Pays with</source>
        <translation>Paga con</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>add a dish</source>
        <translation>agregue un plato</translation>
    </message>
    <message>
        <source>the address</source>
        <translation>la dirección</translation>
    </message>
    <message>
        <source>a time like 20:00</source>
        <translation>una hora como 20:00</translation>
    </message>
    <message>
        <source>a price like 8000</source>
        <translation>un precio como 8000</translation>
    </message>
</context>
<context>
    <name>comanda::ui::OrderPane</name>
    <message>
        <source>To the queue</source>
        <translation>A la cola</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Pedido</translation>
    </message>
    <message>
        <source>Show the chat</source>
        <translation>Ver el chat</translation>
    </message>
    <message>
        <source>More about this order</source>
        <translation>Más de este pedido</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Cerrar (Esc)</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>New order</source>
        <translation>Pedido nuevo</translation>
    </message>
    <message>
        <source>Nothing is promised yet</source>
        <translation>Todavía no se promete nada</translation>
    </message>
    <message>
        <source>Draft · %1 knows nothing yet</source>
        <translation>Borrador · %1 aún no sabe nada</translation>
    </message>
    <message>
        <source>Accept · %1 min</source>
        <translation>Aceptar · %1 min</translation>
    </message>
    <message>
        <source>Missing: %1</source>
        <translation>Falta: %1</translation>
    </message>
    <message>
        <source>Save changes</source>
        <translation>Guardar cambios</translation>
    </message>
    <message>
        <source>Mark as paid</source>
        <translation>Marcar pagado</translation>
    </message>
    <message>
        <source>Not paid after all</source>
        <translation>No está pagado</translation>
    </message>
    <message>
        <source>Reject…</source>
        <translation>Rechazar…</translation>
    </message>
    <message>
        <source>Open it again</source>
        <translation>Abrir de nuevo</translation>
    </message>
    <message>
        <source>One step back</source>
        <translation>Un paso atrás</translation>
    </message>
    <message>
        <source>Cancel the order…</source>
        <translation>Cancelar el pedido…</translation>
    </message>
    <message>
        <source>Not delivered…</source>
        <translation>No entregado…</translation>
    </message>
    <message>
        <source>Somebody changed it meanwhile</source>
        <translation>Alguien lo cambió mientras tanto</translation>
    </message>
    <message>
        <source>Throw away what was typed</source>
        <translation>Descartar lo escrito</translation>
    </message>
</context>
<context>
    <name>comanda::ui::PastOrders</name>
    <message>
        <source>The last one again</source>
        <translation>Repetir el último</translation>
    </message>
    <message>
        <source>Make an order like the last one</source>
        <translation>Hacer un pedido como el último</translation>
    </message>
    <message>
        <source>No orders yet · known since %1</source>
        <translation>Sin pedidos todavía · cliente desde %1</translation>
    </message>
    <message numerus="yes">
        <source>%n orders · known since %1</source>
        <translation>
            <numerusform>%n pedido · cliente desde %1</numerusform>
            <numerusform>%n pedidos · cliente desde %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>comanda::ui::PeopleBlock</name>
    <message>
        <source>Another chat of theirs…</source>
        <translation>Otro chat de esta persona…</translation>
    </message>
    <message>
        <source>Name, number or user name</source>
        <translation>Nombre, número o usuario</translation>
    </message>
    <message>
        <source>Join another chat of the same person</source>
        <translation>Unir otro chat de la misma persona</translation>
    </message>
    <message>
        <source>Search the other chat</source>
        <translation>Buscar el otro chat</translation>
    </message>
    <message>
        <source>Separate</source>
        <translation>Separar</translation>
    </message>
    <message>
        <source>%1 is somebody else: separate</source>
        <translation>%1 es otra persona: separar</translation>
    </message>
    <message>
        <source>Is %1 the same person?</source>
        <translation>¿%1 es la misma persona?</translation>
    </message>
    <message>
        <source>The same person?</source>
        <translation>¿La misma persona?</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>Unir</translation>
    </message>
    <message>
        <source>Join with %1</source>
        <translation>Unir con %1</translation>
    </message>
    <message>
        <source>Not the same</source>
        <translation>No es</translation>
    </message>
    <message>
        <source>%1 is somebody else</source>
        <translation>%1 es otra persona</translation>
    </message>
    <message>
        <source>Nobody else with “%1”</source>
        <translation>Nadie más con «%1»</translation>
    </message>
    <message>
        <source>%1 and %2 are one person now</source>
        <translation>%1 y %2 ya son una sola persona</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>%1 stands alone now</source>
        <translation>%1 quedó aparte</translation>
    </message>
</context>
<context>
    <name>comanda::ui::PracticeFrame</name>
    <message>
        <source>Leave practice</source>
        <translation>Salir de práctica</translation>
    </message>
    <message>
        <source>Practice. Invented customers. Nothing leaves this computer.</source>
        <translation>Práctica. Clientes inventados. Nada sale de este equipo.</translation>
    </message>
    <message>
        <source>PRACTICE</source>
        <translation>PRÁCTICA</translation>
    </message>
    <message>
        <source>Invented customers. Nothing leaves this computer.</source>
        <translation>Clientes inventados. Nada sale de este equipo.</translation>
    </message>
</context>
<context>
    <name>comanda::ui::QueuePage</name>
    <message>
        <source>Number, name, dish</source>
        <translation>Número, nombre, plato</translation>
    </message>
    <message>
        <source>New order</source>
        <translation>Pedido nuevo</translation>
    </message>
    <message>
        <source>No open orders</source>
        <translation>Sin pedidos abiertos</translation>
    </message>
    <message>
        <source>The next one rings here.</source>
        <translation>El próximo suena aquí.</translation>
    </message>
    <message>
        <source>Order queue</source>
        <translation>Cola de pedidos</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Todos</translation>
    </message>
    <message>
        <source>Undo (U)</source>
        <translation>Deshacer (U)</translation>
    </message>
    <message>
        <source>The last twenty that were closed (R)</source>
        <translation>Los últimos veinte cerrados (R)</translation>
    </message>
    <message>
        <source>Nothing of this kind</source>
        <translation>Nada de este tipo</translation>
    </message>
    <message>
        <source>Nothing with “%1”</source>
        <translation>Nada con «%1»</translation>
    </message>
    <message>
        <source>Try without the filter.</source>
        <translation>Pruebe sin el filtro.</translation>
    </message>
    <message>
        <source>Nothing was closed today</source>
        <translation>Hoy no se cerró ninguno</translation>
    </message>
    <message>
        <source>Connect Telegram</source>
        <translation>Conectar Telegram</translation>
    </message>
    <message>
        <source>Connect your first channel</source>
        <translation>Conecte su primer canal</translation>
    </message>
    <message>
        <source>Telegram takes two minutes.</source>
        <translation>Telegram tarda 2 minutos.</translation>
    </message>
</context>
<context>
    <name>comanda::ui::Rail</name>
    <message>
        <source>Pages</source>
        <translation>Páginas</translation>
    </message>
</context>
<context>
    <name>comanda::ui::RailItem</name>
    <message>
        <source>%1 (Ctrl+%2)</source>
        <translation>%1 (Ctrl+%2)</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>comanda::ui::RepliesForm</name>
    <message>
        <source>Quick replies</source>
        <translation>Respuestas rápidas</translation>
    </message>
    <message>
        <source>They stand under every chat. A touch writes one into the answer, where it can still be changed before it is sent.</source>
        <translation>Están debajo de cada chat. Al tocar una se escribe en la respuesta, y todavía se puede cambiar antes de enviarla.</translation>
    </message>
    <message>
        <source>Reply %1</source>
        <translation>Respuesta %1</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Guardado</translation>
    </message>
    <message>
        <source>That did not work</source>
        <translation>No se pudo</translation>
    </message>
</context>
<context>
    <name>comanda::ui::SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>What can be set</source>
        <translation>Qué se puede ajustar</translation>
    </message>
    <message>
        <source>Another %1</source>
        <translation>Otro %1</translation>
    </message>
    <message>
        <source>Connect %1</source>
        <translation>Conectar %1</translation>
    </message>
    <message>
        <source>Takes two minutes</source>
        <translation>Tarda dos minutos</translation>
    </message>
    <message>
        <source>Mailbox</source>
        <translation>Buzón</translation>
    </message>
    <message>
        <source>How pushed messages get here</source>
        <translation>Cómo llegan los mensajes</translation>
    </message>
    <message>
        <source>Shop</source>
        <translation>Local</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Ventana</translation>
    </message>
    <message>
        <source>Language, colours, size</source>
        <translation>Idioma, colores, tamaño</translation>
    </message>
    <message>
        <source>Quick replies</source>
        <translation>Respuestas rápidas</translation>
    </message>
    <message>
        <source>Answers with one touch</source>
        <translation>Contestar con un toque</translation>
    </message>
    <message>
        <source>This is practice: real accounts are connected in the real shop.</source>
        <translation>Esto es práctica: las cuentas de verdad se conectan en el local de verdad.</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Claves</translation>
    </message>
    <message>
        <source>When which one ends</source>
        <translation>Cuándo se vence cada una</translation>
    </message>
    <message>
        <source>Links and codes</source>
        <translation>Enlaces y códigos</translation>
    </message>
    <message>
        <source>Where customers find you</source>
        <translation>Dónde lo encuentran los clientes</translation>
    </message>
    <message>
        <source>Needs a public address</source>
        <translation>Necesita una dirección pública</translation>
    </message>
    <message>
        <source>With the shop&apos;s phone</source>
        <translation>Con el teléfono del local</translation>
    </message>
</context>
<context>
    <name>comanda::ui::Shell</name>
    <message>
        <source>Queue</source>
        <translation>Cola</translation>
    </message>
    <message>
        <source>Chats</source>
        <translation>Chats</translation>
    </message>
    <message>
        <source>The sound is off: new orders do not ring.</source>
        <translation>El sonido está apagado: los pedidos nuevos no suenan.</translation>
    </message>
    <message>
        <source>It comes back by itself after 15 minutes.</source>
        <translation>Vuelve solo después de 15 minutos.</translation>
    </message>
    <message>
        <source>Sound on</source>
        <translation>Activar sonido</translation>
    </message>
    <message>
        <source>What is on the screen stays readable.</source>
        <translation>Lo que está en la pantalla se puede seguir leyendo.</translation>
    </message>
</context>
<context>
    <name>comanda::ui::ShopForm</name>
    <message>
        <source> min</source>
        <translation> min</translation>
    </message>
    <message>
        <source>The shop</source>
        <translation>El local</translation>
    </message>
    <message>
        <source>Orders and kitchen</source>
        <translation>Pedidos y cocina</translation>
    </message>
    <message>
        <source>What customers are told</source>
        <translation>Qué se les dice a los clientes</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Zona horaria</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Moneda</translation>
    </message>
    <message>
        <source>Three letters, like COP, MXN, BRL or USD.</source>
        <translation>Tres letras, como COP, MXN, BRL o USD.</translation>
    </message>
    <message>
        <source>as the currency has</source>
        <translation>como la moneda</translation>
    </message>
    <message>
        <source>Decimals shown</source>
        <translation>Decimales que se ven</translation>
    </message>
    <message>
        <source>The day ends at</source>
        <translation>El día termina a las</translation>
    </message>
    <message>
        <source>Orders after midnight and before this hour still belong to the day before.</source>
        <translation>Los pedidos después de medianoche y antes de esta hora son todavía del día anterior.</translation>
    </message>
    <message>
        <source>Language with customers</source>
        <translation>Idioma con los clientes</translation>
    </message>
    <message>
        <source>Offered when accepting</source>
        <translation>Se ofrece al aceptar</translation>
    </message>
    <message>
        <source>Nearly late after</source>
        <translation>Casi tarde después de</translation>
    </message>
    <message>
        <source>For orders without a promised time.</source>
        <translation>Para pedidos sin hora prometida.</translation>
    </message>
    <message>
        <source>Late after</source>
        <translation>Tarde después de</translation>
    </message>
    <message>
        <source>Steps may be skipped (one person cooks and serves)</source>
        <translation>Se pueden saltar pasos (una persona cocina y sirve)</translation>
    </message>
    <message>
        <source>Empty means that this step is not told. {number}, {name}, {minutes} and {shop} are filled in. A notice leaves ten seconds after the step, so that it can be undone.</source>
        <translation>Vacío: este paso no se avisa. {number}, {name}, {minutes} y {shop} se llenan solos. El aviso sale diez segundos después del paso, para poder deshacerlo.</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>No se guardó</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Guardado</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>Teléfono</translation>
    </message>
    <message>
        <source>That customers call, with the country&apos;s code.</source>
        <translation>Al que llaman los clientes, con el código del país.</translation>
    </message>
</context>
<context>
    <name>comanda::ui::SidePane</name>
    <message numerus="yes">
        <source>%n open orders</source>
        <translation>
            <numerusform>%n pedido abierto</numerusform>
            <numerusform>%n pedidos abiertos</numerusform>
        </translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Cerrar (Esc)</translation>
    </message>
    <message>
        <source>Who comments here</source>
        <translation>Quién comenta aquí</translation>
    </message>
    <message>
        <source>No open order</source>
        <translation>Sin pedido abierto</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Cliente</translation>
    </message>
</context>
<context>
    <name>comanda::ui::TemplateSheet</name>
    <message>
        <source>Choose a picture…</source>
        <translation>Elegir una foto…</translation>
    </message>
    <message>
        <source>Choose a video…</source>
        <translation>Elegir un video…</translation>
    </message>
    <message>
        <source>Choose a document…</source>
        <translation>Elegir un documento…</translation>
    </message>
    <message>
        <source>WhatsApp bills it as advertising.</source>
        <translation>WhatsApp lo cobra como publicidad.</translation>
    </message>
    <message>
        <source>WhatsApp may bill it as a service notice.</source>
        <translation>WhatsApp puede cobrarlo como aviso de servicio.</translation>
    </message>
    <message>
        <source>WhatsApp may bill it.</source>
        <translation>WhatsApp puede cobrarlo.</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Enviar</translation>
    </message>
    <message>
        <source>Approved text</source>
        <translation>Texto aprobado</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Cerrar (Esc)</translation>
    </message>
    <message>
        <source>This number has no approved texts. The owner writes them in WhatsApp Manager; once approved they appear here by themselves.</source>
        <translation>Este número no tiene textos aprobados. El dueño los escribe en el Administrador de WhatsApp; una vez aprobados aparecen aquí por sí solos.</translation>
    </message>
    <message>
        <source>End of the link “%1”</source>
        <translation>Final del enlace “%1”</translation>
    </message>
    <message>
        <source>Nothing to fill in.</source>
        <translation>No hay nada que llenar.</translation>
    </message>
    <message>
        <source>Place %1 of the title</source>
        <translation>Espacio %1 del título</translation>
    </message>
    <message>
        <source>Place %1</source>
        <translation>Espacio %1</translation>
    </message>
    <message>
        <source>such as %1</source>
        <translation>por ejemplo: %1</translation>
    </message>
    <message>
        <source>The customer will read: %1</source>
        <translation>El cliente leerá: %1</translation>
    </message>
</context>
<context>
    <name>comanda::ui::ThreadView</name>
    <message>
        <source>Messages</source>
        <translation>Mensajes</translation>
    </message>
</context>
<context>
    <name>comanda::ui::Toast</name>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
</context>
<context>
    <name>comanda::ui::UnlockPage</name>
    <message>
        <source>The keys of your channels are kept encrypted. This machine has no keychain that answers, so choose where the key that opens them is kept.</source>
        <translation>Las claves de sus canales se guardan cifradas. Este equipo no tiene un llavero que conteste; elija dónde se guarda la llave que las abre.</translation>
    </message>
    <message>
        <source>A passphrase</source>
        <translation>Una frase secreta</translation>
    </message>
    <message>
        <source>At least eight letters. It is asked each time Comanda starts.</source>
        <translation>Al menos ocho letras. Se pide cada vez que se abre Comanda.</translation>
    </message>
    <message>
        <source>Use the passphrase</source>
        <translation>Usar la frase</translation>
    </message>
    <message>
        <source>Or without a passphrase: the key lies in a file that only this account of this machine can read. Whoever can use this account can then use the channels.</source>
        <translation>O sin frase: la llave queda en un archivo que solo esta cuenta de este equipo puede leer. Quien pueda usar esta cuenta podrá usar los canales.</translation>
    </message>
    <message>
        <source>Use a key file</source>
        <translation>Usar un archivo</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Frase secreta</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Or the recovery code</source>
        <translation>O el código de recuperación</translation>
    </message>
    <message>
        <source>The eight groups of four that were printed at the start.</source>
        <translation>Los ocho grupos de cuatro que se mostraron al principio.</translation>
    </message>
    <message>
        <source>Open with the code</source>
        <translation>Abrir con código</translation>
    </message>
    <message>
        <source>Write this code down and keep it away from this machine. With it the keys can be opened when the machine, its keychain or the passphrase is lost. It is shown this once.</source>
        <translation>Anote este código y guárdelo lejos de este equipo. Con él se abren las claves si se pierde el equipo, su llavero o la frase. Se muestra solo esta vez.</translation>
    </message>
    <message>
        <source>Recovery code</source>
        <translation>Código de recuperación</translation>
    </message>
    <message>
        <source>I have written it down</source>
        <translation>Ya lo anoté</translation>
    </message>
    <message>
        <source>Write the code down first: it is not shown again.</source>
        <translation>Anote primero el código: no se muestra otra vez.</translation>
    </message>
    <message>
        <source>Comanda cannot start</source>
        <translation>Comanda no se puede abrir</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
</context>
<context>
    <name>comanda::ui::WallTime</name>
    <message>
        <source>Today</source>
        <translation>Hoy</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Ayer</translation>
    </message>
    <message>
        <source>%1 h %2</source>
        <translation>%1 h %2</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>ahora mismo</translation>
    </message>
    <message>
        <source>%1 min ago</source>
        <translation>hace %1 min</translation>
    </message>
    <message>
        <source>%1 h %2 ago</source>
        <translation>hace %1 h %2</translation>
    </message>
    <message>
        <source>%1 not accepted</source>
        <translation>%1 sin aceptar</translation>
    </message>
    <message>
        <source>LATE %1 min</source>
        <translation>TARDE %1 min</translation>
    </message>
    <message>
        <source>%1 MIN LEFT</source>
        <translation>FALTAN %1 min</translation>
    </message>
    <message>
        <source>%1 min left</source>
        <translation>faltan %1 min</translation>
    </message>
    <message>
        <source>%1 h %2 left</source>
        <translation>faltan %1 h %2</translation>
    </message>
    <message>
        <source>WAITS %1 MIN</source>
        <translation>ESPERA %1 MIN</translation>
    </message>
    <message>
        <source>%1 is down: %2 have not received or sent anything since %3.</source>
        <translation>%1 está caído: %2 no reciben ni envían desde las %3.</translation>
    </message>
    <message>
        <source>%1: no contact since %2.</source>
        <translation>%1: sin contacto desde las %2.</translation>
    </message>
    <message>
        <source>Queue and orders keep working. What you write is kept and goes out later.</source>
        <translation>La cola y los pedidos siguen. Lo escrito se guarda y sale después.</translation>
    </message>
    <message>
        <source>%1 and the queue keep working. Do not restart anything: what you write is kept and goes out later.</source>
        <translation>%1 y la cola siguen. No reinicie nada: lo escrito se guarda y sale cuando vuelva.</translation>
    </message>
</context>
<context>
    <name>words</name>
    <message>
        <source>The address {address} cannot be used. Another program may have it.</source>
        <translation>La dirección {address} no se puede usar. Otro programa puede tenerla.</translation>
    </message>
    <message>
        <source>The certificate or its key cannot be used.</source>
        <translation>El certificado o su clave no se puede usar.</translation>
    </message>
    <message>
        <source>Its server cannot be found. Check the internet of the shop.</source>
        <translation>No se encuentra su servidor. Revise el internet del local.</translation>
    </message>
    <message>
        <source>Its server refuses the connection. Comanda tries again by itself.</source>
        <translation>Su servidor rechaza la conexión. Comanda lo intenta otra vez solo.</translation>
    </message>
    <message>
        <source>Its server does not answer in time. Comanda tries again by itself.</source>
        <translation>Su servidor no contesta a tiempo. Comanda lo intenta otra vez solo.</translation>
    </message>
    <message>
        <source>The connection is not secure, so it was not used. Check the clock of this machine.</source>
        <translation>La conexión no es segura y no se usó. Revise el reloj de este equipo.</translation>
    </message>
    <message>
        <source>Its server has a fault. Comanda tries again by itself.</source>
        <translation>Su servidor tiene una falla. Comanda lo intenta otra vez solo.</translation>
    </message>
    <message>
        <source>It asks us to slow down. Comanda waits as long as it says.</source>
        <translation>Pide que vayamos más despacio. Comanda espera lo que diga.</translation>
    </message>
    <message>
        <source>It wants a new key. The owner renews it in Settings.</source>
        <translation>Pide una clave nueva. El dueño la renueva en Ajustes.</translation>
    </message>
    <message>
        <source>Its server answers nonsense. Comanda tries again by itself.</source>
        <translation>Su servidor contesta cosas sin sentido. Comanda lo intenta otra vez solo.</translation>
    </message>
    <message>
        <source>It is connected but silent. It may be deaf.</source>
        <translation>Está conectado pero callado. Puede estar sordo.</translation>
    </message>
    <message>
        <source>It does not answer. Check the line and try again.</source>
        <translation>No contesta. Revise la línea e intente otra vez.</translation>
    </message>
    <message>
        <source>This platform is not part of this program.</source>
        <translation>Esta plataforma no es parte de este programa.</translation>
    </message>
    <message>
        <source>No such channel is set up.</source>
        <translation>Ese canal no está configurado.</translation>
    </message>
    <message>
        <source>What you write is kept and goes out later.</source>
        <translation>Lo que escriba se guarda y sale después.</translation>
    </message>
    <message>
        <source>Messages may arrive late. What arrived is safe.</source>
        <translation>Los mensajes pueden llegar tarde. Lo que llegó está a salvo.</translation>
    </message>
    <message>
        <source>Answers may leave late. If it is urgent, answer another way.</source>
        <translation>Las respuestas pueden salir tarde. Si es urgente, conteste por otro lado.</translation>
    </message>
    <message>
        <source>Its permission has expired. The owner renews it in Settings, 3 minutes.</source>
        <translation>Se venció su permiso. El dueño lo renueva en Ajustes, 3 minutos.</translation>
    </message>
    <message>
        <source>It is switched off in Settings.</source>
        <translation>Está apagado en Ajustes.</translation>
    </message>
    <message>
        <source>It does not run here at the moment. Another machine may run the channels.</source>
        <translation>En este momento no funciona aquí. Otro equipo puede estar manejando los canales.</translation>
    </message>
    <message>
        <source>It is starting.</source>
        <translation>Está arrancando.</translation>
    </message>
    <message>
        <source>Comanda was closing. It goes on at the next start.</source>
        <translation>Comanda se estaba cerrando. Sigue al abrirlo otra vez.</translation>
    </message>
    <message>
        <source>The channel stopped by itself and is started again.</source>
        <translation>El canal se detuvo solo y arranca de nuevo.</translation>
    </message>
    <message>
        <source>The channel does not react and is started again.</source>
        <translation>El canal no reacciona y arranca de nuevo.</translation>
    </message>
    <message>
        <source>This platform is asked by Comanda; it does not deliver by itself.</source>
        <translation>A esta plataforma le pregunta Comanda; ella no entrega por sí sola.</translation>
    </message>
    <message>
        <source>It is not connected. The owner connects it in Settings.</source>
        <translation>No está conectado. El dueño lo conecta en Ajustes.</translation>
    </message>
    <message>
        <source>It waited too long and was not sent. Decide whether it still matters.</source>
        <translation>Esperó demasiado y no salió. Decida si todavía importa.</translation>
    </message>
    <message>
        <source>The time to answer on this channel is over. The customer must write again, or call them.</source>
        <translation>Pasó el tiempo para contestar en este canal. El cliente debe escribir otra vez, o llámelo.</translation>
    </message>
    <message>
        <source>Not sent: the order has moved on.</source>
        <translation>No salió: el pedido ya avanzó.</translation>
    </message>
    <message>
        <source>This customer has blocked us. Call instead.</source>
        <translation>Este cliente nos bloqueó. Mejor llame.</translation>
    </message>
    <message>
        <source>On this channel the customer has to write first.</source>
        <translation>En este canal el cliente tiene que escribir primero.</translation>
    </message>
    <message>
        <source>There is nothing to send yet. Write something or attach a file.</source>
        <translation>Todavía no hay nada que enviar. Escriba algo o adjunte un archivo.</translation>
    </message>
    <message>
        <source>That message cannot be changed: it has not left yet, or it is not ours.</source>
        <translation>Ese mensaje no se puede cambiar: todavía no salió o no es nuestro.</translation>
    </message>
    <message>
        <source>Meanwhile something else happened to this answer. It is shown as it is now.</source>
        <translation>Mientras tanto pasó algo más con esta respuesta. Se muestra como está ahora.</translation>
    </message>
    <message>
        <source>Comanda was interrupted while sending. It may have arrived: look on the phone before sending again.</source>
        <translation>Comanda se interrumpió mientras enviaba. Puede haber llegado: mire en el teléfono antes de enviar otra vez.</translation>
    </message>
    <message>
        <source>The platform took it but could not deliver it. Call or answer another way.</source>
        <translation>La plataforma lo recibió pero no lo pudo entregar. Llame o conteste por otro lado.</translation>
    </message>
    <message>
        <source>The line broke while sending. It may have arrived: look on the phone before sending again.</source>
        <translation>La línea se cortó mientras enviaba. Puede haber llegado: mire en el teléfono antes de enviar otra vez.</translation>
    </message>
    <message>
        <source>Another program uses this bot. Stop it, or make a new key with @BotFather.</source>
        <translation>Otro programa usa este bot. Deténgalo, o haga una clave nueva con @BotFather.</translation>
    </message>
    <message>
        <source>The bot delivers to a web address. Remove that setting before Comanda can read it.</source>
        <translation>El bot entrega a una dirección web. Quite ese ajuste para que Comanda lo pueda leer.</translation>
    </message>
    <message>
        <source>Telegram does not accept the bot key any more. The owner types the present one in Settings.</source>
        <translation>Telegram ya no acepta la clave del bot. El dueño escribe la actual en Ajustes.</translation>
    </message>
    <message>
        <source>The bot was moved to another server. The owner checks the server address in Settings.</source>
        <translation>El bot se pasó a otro servidor. El dueño revisa la dirección del servidor en Ajustes.</translation>
    </message>
    <message>
        <source>The bot lives on another server. The owner checks the server address in Settings.</source>
        <translation>El bot vive en otro servidor. El dueño revisa la dirección del servidor en Ajustes.</translation>
    </message>
    <message>
        <source>Another program uses this bot at the same time. Comanda tries again by itself.</source>
        <translation>Otro programa usa este bot al mismo tiempo. Comanda lo intenta otra vez solo.</translation>
    </message>
    <message>
        <source>Telegram answers something that cannot be read. Comanda tries again by itself.</source>
        <translation>Telegram contesta algo que no se puede leer. Comanda lo intenta otra vez solo.</translation>
    </message>
    <message>
        <source>Telegram asks us to slow down. Comanda waits as long as it says.</source>
        <translation>Telegram pide que vayamos más despacio. Comanda espera lo que diga.</translation>
    </message>
    <message>
        <source>Telegram&apos;s server has a fault. Comanda tries again by itself.</source>
        <translation>El servidor de Telegram tiene una falla. Comanda lo intenta otra vez solo.</translation>
    </message>
    <message>
        <source>Telegram did not answer. It may have arrived: look on the phone before sending again.</source>
        <translation>Telegram no contestó. Puede haber llegado: mire en el teléfono antes de enviar otra vez.</translation>
    </message>
    <message>
        <source>Only a part was sent. Look on the phone and send the rest again.</source>
        <translation>Solo salió una parte. Mire en el teléfono y envíe el resto otra vez.</translation>
    </message>
    <message>
        <source>On Telegram the customer has to write first.</source>
        <translation>En Telegram el cliente tiene que escribir primero.</translation>
    </message>
    <message>
        <source>Telegram lets the bot answer in this chat only for a day after the customer&apos;s last message. Answer on the phone.</source>
        <translation>Telegram deja que el bot conteste en este chat solo un día después del último mensaje del cliente. Conteste en el teléfono.</translation>
    </message>
    <message>
        <source>The bot may not answer in this chat any more. Connect it again in Telegram&apos;s business settings.</source>
        <translation>El bot ya no puede contestar en este chat. Conéctelo otra vez en los ajustes de empresa de Telegram.</translation>
    </message>
    <message>
        <source>This customer has closed the Telegram account. Call instead.</source>
        <translation>Este cliente cerró su cuenta de Telegram. Mejor llame.</translation>
    </message>
    <message>
        <source>The bot is not in this group any more. Add it again.</source>
        <translation>El bot ya no está en este grupo. Agréguelo otra vez.</translation>
    </message>
    <message>
        <source>Telegram does not know this chat any more. Call instead.</source>
        <translation>Telegram ya no conoce este chat. Mejor llame.</translation>
    </message>
    <message>
        <source>That message cannot be changed any more. Write a new one.</source>
        <translation>Ese mensaje ya no se puede cambiar. Escriba uno nuevo.</translation>
    </message>
    <message>
        <source>That message cannot be deleted any more.</source>
        <translation>Ese mensaje ya no se puede borrar.</translation>
    </message>
    <message>
        <source>The message you answer is gone. Send it without quoting.</source>
        <translation>El mensaje que contesta ya no está. Envíe sin citarlo.</translation>
    </message>
    <message>
        <source>Telegram does not take this file. Send it as another kind of file.</source>
        <translation>Telegram no recibe este archivo. Envíelo como otro tipo de archivo.</translation>
    </message>
    <message>
        <source>Telegram has frozen this bot. The owner writes to Telegram&apos;s help; answer another way meanwhile.</source>
        <translation>Telegram congeló este bot. El dueño escribe a la ayuda de Telegram; mientras tanto conteste por otro lado.</translation>
    </message>
    <message>
        <source>The text is too long for Telegram. Send it in two parts.</source>
        <translation>El texto es demasiado largo para Telegram. Envíelo en dos partes.</translation>
    </message>
    <message>
        <source>A button is too long for Telegram. Shorten it.</source>
        <translation>Un botón es demasiado largo para Telegram. Acórtelo.</translation>
    </message>
    <message>
        <source>This chat has no Telegram address. Answer on the phone.</source>
        <translation>Este chat no tiene dirección de Telegram. Conteste en el teléfono.</translation>
    </message>
    <message>
        <source>In this kind of chat the bot cannot react with a sign. Write a word instead.</source>
        <translation>En este tipo de chat el bot no puede reaccionar con un signo. Escriba una palabra.</translation>
    </message>
    <message>
        <source>Telegram refused it. Change the message, or answer another way.</source>
        <translation>Telegram lo rechazó. Cambie el mensaje o conteste por otro lado.</translation>
    </message>
    <message>
        <source>Meta does not accept the access key any more. The owner makes a new one and types it in Settings.</source>
        <translation>Meta ya no acepta la clave de acceso. El dueño hace una nueva y la escribe en Ajustes.</translation>
    </message>
    <message>
        <source>The access key lacks a permission. The owner adds it in Meta&apos;s settings and makes a new key.</source>
        <translation>A la clave de acceso le falta un permiso. El dueño lo agrega en los ajustes de Meta y hace una clave nueva.</translation>
    </message>
    <message>
        <source>Meta&apos;s server has a fault. Comanda tries again by itself.</source>
        <translation>El servidor de Meta tiene una falla. Comanda lo intenta otra vez solo.</translation>
    </message>
    <message>
        <source>Meta did not answer clearly. Look on the phone before sending again.</source>
        <translation>Meta no contestó con claridad. Mire en el teléfono antes de enviar otra vez.</translation>
    </message>
    <message>
        <source>Meta asks us to slow down. Comanda waits as long as it says.</source>
        <translation>Meta pide que vayamos más despacio. Comanda espera lo que diga.</translation>
    </message>
    <message>
        <source>Meta lets this be sent again only later. Wait, or answer another way.</source>
        <translation>Meta deja enviar esto otra vez solo más tarde. Espere o conteste por otro lado.</translation>
    </message>
    <message>
        <source>Meta has limited this account for a while. Answer another way; the owner looks in Meta&apos;s settings.</source>
        <translation>Meta limitó esta cuenta por un tiempo. Conteste por otro lado; el dueño mira en los ajustes de Meta.</translation>
    </message>
    <message>
        <source>Another person or program is answering this chat now. Comanda waits for it.</source>
        <translation>Otra persona o programa está contestando este chat. Comanda espera.</translation>
    </message>
    <message>
        <source>Meta does not know this number or account. Check the ids in Settings.</source>
        <translation>Meta no conoce este número o cuenta. Revise los números en Ajustes.</translation>
    </message>
    <message>
        <source>Meta does not take the message as it is. Change it and send it again.</source>
        <translation>Meta no recibe el mensaje así como está. Cámbielo y envíelo otra vez.</translation>
    </message>
    <message>
        <source>This customer cannot be reached here any more. Call instead.</source>
        <translation>A este cliente ya no se le puede escribir aquí. Mejor llame.</translation>
    </message>
    <message>
        <source>Meta&apos;s terms have not been accepted yet. The owner accepts them in Meta&apos;s settings.</source>
        <translation>Todavía no se aceptaron las condiciones de Meta. El dueño las acepta en los ajustes de Meta.</translation>
    </message>
    <message>
        <source>Meta has blocked this account because of its rules. Answer another way; the owner looks in Meta&apos;s settings.</source>
        <translation>Meta bloqueó esta cuenta por sus reglas. Conteste por otro lado; el dueño mira en los ajustes de Meta.</translation>
    </message>
    <message>
        <source>Meta refused it. Change the message, or answer another way.</source>
        <translation>Meta lo rechazó. Cambie el mensaje o conteste por otro lado.</translation>
    </message>
    <message>
        <source>Meta lets shops answer only for a day after the customer&apos;s last message. Wait for the customer to write, or call.</source>
        <translation>Meta deja contestar solo un día después del último mensaje del cliente. Espere a que escriba, o llame.</translation>
    </message>
    <message>
        <source>WhatsApp lets shops answer only for a day after the customer&apos;s last message. Wait for the customer to write, or call.</source>
        <translation>WhatsApp deja contestar solo un día después del último mensaje del cliente. Espere a que escriba, o llame.</translation>
    </message>
    <message>
        <source>WhatsApp blocked this account. Customers can write on another channel; the owner looks in Meta&apos;s settings.</source>
        <translation>WhatsApp bloqueó esta cuenta. Los clientes pueden escribir por otro canal; el dueño mira en los ajustes de Meta.</translation>
    </message>
    <message>
        <source>The shop has blocked this customer on WhatsApp. Unblock them on the phone first.</source>
        <translation>El local bloqueó a este cliente en WhatsApp. Primero desbloquéelo en el teléfono.</translation>
    </message>
    <message>
        <source>WhatsApp cannot deliver it to this number. Call instead.</source>
        <translation>WhatsApp no lo puede entregar a este número. Mejor llame.</translation>
    </message>
    <message>
        <source>This is a test number, and the customer is not on its list. Add them in Meta&apos;s settings.</source>
        <translation>Este es un número de prueba y el cliente no está en su lista. Agréguelo en los ajustes de Meta.</translation>
    </message>
    <message>
        <source>The number is not registered for this use. The owner registers it in Meta&apos;s settings.</source>
        <translation>El número no está registrado para este uso. El dueño lo registra en los ajustes de Meta.</translation>
    </message>
    <message>
        <source>WhatsApp has no valid way to be paid. The owner adds one in Meta&apos;s settings.</source>
        <translation>WhatsApp no tiene un medio de pago válido. El dueño agrega uno en los ajustes de Meta.</translation>
    </message>
    <message>
        <source>WhatsApp has stopped this number for a while because people complained. Answer another way.</source>
        <translation>WhatsApp detuvo este número por un tiempo porque hubo quejas. Conteste por otro lado.</translation>
    </message>
    <message>
        <source>This customer wants no such messages. Call instead.</source>
        <translation>Este cliente no quiere estos mensajes. Mejor llame.</translation>
    </message>
    <message>
        <source>WhatsApp does not take this kind of message. Send it as text.</source>
        <translation>WhatsApp no recibe este tipo de mensaje. Envíelo como texto.</translation>
    </message>
    <message>
        <source>WhatsApp does not take this file. Send it as another kind of file.</source>
        <translation>WhatsApp no recibe este archivo. Envíelo como otro tipo de archivo.</translation>
    </message>
    <message>
        <source>Too many messages to this customer at once. Comanda sends the next one shortly.</source>
        <translation>Demasiados mensajes seguidos a este cliente. Comanda envía el próximo en un momento.</translation>
    </message>
    <message>
        <source>WhatsApp is changing something on this number. Comanda tries again in some minutes.</source>
        <translation>WhatsApp está cambiando algo en este número. Comanda lo intenta otra vez en unos minutos.</translation>
    </message>
    <message>
        <source>For this WhatsApp needs the customer&apos;s number. Ask for it.</source>
        <translation>Para esto WhatsApp necesita el número del cliente. Pídaselo.</translation>
    </message>
    <message>
        <source>The customer has a new phone. Make sure it is the same person before you write.</source>
        <translation>El cliente tiene un teléfono nuevo. Confirme que es la misma persona antes de escribir.</translation>
    </message>
    <message>
        <source>This chat has no WhatsApp number. Answer on the phone.</source>
        <translation>Este chat no tiene número de WhatsApp. Conteste en el teléfono.</translation>
    </message>
    <message>
        <source>In a group Comanda only reads. Answer on the phone.</source>
        <translation>En un grupo Comanda solo lee. Conteste en el teléfono.</translation>
    </message>
    <message>
        <source>On WhatsApp a sent message cannot be changed from here. Write a new one.</source>
        <translation>En WhatsApp un mensaje enviado no se puede cambiar desde aquí. Escriba uno nuevo.</translation>
    </message>
    <message>
        <source>On WhatsApp a sent message cannot be deleted from here. Delete it on the phone.</source>
        <translation>En WhatsApp un mensaje enviado no se puede borrar desde aquí. Bórrelo en el teléfono.</translation>
    </message>
    <message>
        <source>Meta does not deliver this number&apos;s messages yet. Subscribe the app to the account in Meta&apos;s settings.</source>
        <translation>Meta todavía no entrega los mensajes de este número. Suscriba la aplicación a la cuenta en los ajustes de Meta.</translation>
    </message>
    <message>
        <source>Meta does not say whether it delivers this number&apos;s messages. Send one to the shop and see whether it arrives.</source>
        <translation>Meta no dice si entrega los mensajes de este número. Envíe uno al local y vea si llega.</translation>
    </message>
    <message>
        <source>This number is also used in the phone&apos;s WhatsApp Business app. Open the app at least every two weeks, or Meta disconnects Comanda.</source>
        <translation>Este número también se usa en la aplicación WhatsApp Business del teléfono. Ábrala al menos cada dos semanas, o Meta desconecta a Comanda.</translation>
    </message>
    <message>
        <source>Customers have complained about this number. Write only to those who wrote first.</source>
        <translation>Hubo clientes que se quejaron de este número. Escriba solo a quienes escribieron primero.</translation>
    </message>
    <message>
        <source>WhatsApp sends only a part of this number&apos;s messages. The owner looks in Meta&apos;s settings.</source>
        <translation>WhatsApp envía solo una parte de los mensajes de este número. El dueño mira en los ajustes de Meta.</translation>
    </message>
    <message>
        <source>WhatsApp sends none of this number&apos;s messages. Answer another way; the owner looks in Meta&apos;s settings.</source>
        <translation>WhatsApp no envía ningún mensaje de este número. Conteste por otro lado; el dueño mira en los ajustes de Meta.</translation>
    </message>
    <message>
        <source>Bot key</source>
        <translation>Clave del bot</translation>
    </message>
    <message>
        <source>Write to @BotFather in Telegram, choose your bot or send /newbot, and copy the long line with a colon in it.</source>
        <translation>Escriba a @BotFather en Telegram, elija su bot o envíe /newbot, y copie la línea larga que tiene dos puntos.</translation>
    </message>
    <message>
        <source>Server address</source>
        <translation>Dirección del servidor</translation>
    </message>
    <message>
        <source>Leave it as it is, unless you run a server of your own.</source>
        <translation>Déjela así, a menos que tenga un servidor propio.</translation>
    </message>
    <message>
        <source>Number id</source>
        <translation>Id del número</translation>
    </message>
    <message>
        <source>In Meta&apos;s developer page under WhatsApp, API Setup: &quot;Phone number ID&quot;. It is not the telephone number.</source>
        <translation>En la página de desarrolladores de Meta, en WhatsApp, API Setup: &quot;Phone number ID&quot;. No es el número de teléfono.</translation>
    </message>
    <message>
        <source>Account id</source>
        <translation>Id de la cuenta</translation>
    </message>
    <message>
        <source>Catalogue id</source>
        <translation>Id del catálogo</translation>
    </message>
    <message>
        <source>If customers order from a WhatsApp catalogue: its id, so that the queue shows names instead of codes.</source>
        <translation>Si los clientes piden de un catálogo de WhatsApp: su id, para que la cola muestre nombres y no códigos.</translation>
    </message>
    <message>
        <source>Access key</source>
        <translation>Clave de acceso</translation>
    </message>
    <message>
        <source>A system user&apos;s permanent key with the permissions whatsapp_business_messaging and whatsapp_business_management.</source>
        <translation>La clave permanente de un usuario del sistema con los permisos whatsapp_business_messaging y whatsapp_business_management.</translation>
    </message>
    <message>
        <source>App secret</source>
        <translation>Secreto de la aplicación</translation>
    </message>
    <message>
        <source>App settings, Basic. Only needed here when this machine receives the messages itself; with a mailbox it stays in the mailbox.</source>
        <translation>Ajustes de la aplicación, Básico. Solo hace falta aquí si este equipo recibe los mensajes; con un buzón se queda en el buzón.</translation>
    </message>
    <message>
        <source>Verification word</source>
        <translation>Palabra de verificación</translation>
    </message>
    <message>
        <source>Any long word of your own. Type the same one on Meta&apos;s webhook page.</source>
        <translation>Cualquier palabra larga suya. Escriba la misma en la página de webhooks de Meta.</translation>
    </message>
    <message>
        <source>Interface version</source>
        <translation>Versión de la interfaz</translation>
    </message>
    <message>
        <source>Leave it as it is.</source>
        <translation>Déjela así.</translation>
    </message>
    <message>
        <source>Mailbox path</source>
        <translation>Ruta del buzón</translation>
    </message>
    <message>
        <source>The random last part of the address that Meta was told.</source>
        <translation>La última parte, al azar, de la dirección que se le dio a Meta.</translation>
    </message>
    <message>
        <source>The currency {code} is not known.</source>
        <translation>La moneda {code} no se conoce.</translation>
    </message>
    <message>
        <source>That is not an amount.</source>
        <translation>Eso no es un valor.</translation>
    </message>
    <message>
        <source>That amount is too large.</source>
        <translation>Ese valor es demasiado grande.</translation>
    </message>
    <message>
        <source>One order cannot mix currencies.</source>
        <translation>Un pedido no puede mezclar monedas.</translation>
    </message>
    <message>
        <source>That time zone is not known. Write it like America/Bogota.</source>
        <translation>Esa zona horaria no se conoce. Escríbala como America/Bogota.</translation>
    </message>
    <message>
        <source>The shop&apos;s {key} has a value that cannot be.</source>
        <translation>El valor de {key} de la tienda no puede ser.</translation>
    </message>
    <message>
        <source>The order is not in a state that allows this.</source>
        <translation>El pedido no está en un paso que lo permita.</translation>
    </message>
    <message>
        <source>There is no step to take back.</source>
        <translation>No hay paso que devolver.</translation>
    </message>
    <message>
        <source>Too late to undo. Use the step back on the card.</source>
        <translation>Ya es tarde para deshacer. Use el paso atrás de la tarjeta.</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>No hay nada que deshacer.</translation>
    </message>
    <message>
        <source>That line is not there any more.</source>
        <translation>Esa línea ya no está.</translation>
    </message>
    <message>
        <source>The order has no lines yet.</source>
        <translation>El pedido todavía no tiene líneas.</translation>
    </message>
    <message>
        <source>Somebody else changed this order. It is shown as it is now.</source>
        <translation>Otra persona cambió este pedido. Se muestra como está ahora.</translation>
    </message>
    <message>
        <source>A step of this order cannot be read. The rest of the order is shown.</source>
        <translation>Un paso de este pedido no se puede leer. Lo demás del pedido se muestra.</translation>
    </message>
    <message>
        <source>{holder} already has the store open (process {pid} on {host}). Close it first.</source>
        <translation>{holder} ya tiene los datos abiertos (proceso {pid} en {host}). Ciérrelo primero.</translation>
    </message>
    <message>
        <source>The store cannot be opened. Check the folder and the free space.</source>
        <translation>No se pueden abrir los datos. Revise la carpeta y el espacio libre.</translation>
    </message>
    <message>
        <source>There is no store yet at {path}. Open Comanda once, or name the folder with --data.</source>
        <translation>Todavía no hay datos en {path}. Abra Comanda una vez, o indique la carpeta con --data.</translation>
    </message>
    <message>
        <source>The store was written by a newer version of Comanda. Install that version.</source>
        <translation>Los datos son de una versión más nueva de Comanda. Instale esa versión.</translation>
    </message>
    <message>
        <source>The store could not be brought up to date; nothing was changed. A copy from before is beside it.</source>
        <translation>Los datos no se pudieron poner al día; nada cambió. Al lado hay una copia de antes.</translation>
    </message>
    <message>
        <source>The store is damaged. Restore the newest backup.</source>
        <translation>Los datos están dañados. Recupere la copia más nueva.</translation>
    </message>
    <message>
        <source>It could not be written to the disk. The platforms keep the messages meanwhile. Check the free space.</source>
        <translation>No se pudo escribir en el disco. Mientras tanto las plataformas guardan los mensajes. Revise el espacio libre.</translation>
    </message>
    <message>
        <source>The store is open for reading only.</source>
        <translation>Los datos están abiertos solo para leer.</translation>
    </message>
    <message>
        <source>Another program holds the store. Close it.</source>
        <translation>Otro programa tiene los datos. Ciérrelo.</translation>
    </message>
    <message>
        <source>The database server does not answer. Comanda connects again by itself.</source>
        <translation>El servidor de datos no contesta. Comanda se conecta otra vez solo.</translation>
    </message>
    <message>
        <source>The store refused a change.</source>
        <translation>Los datos no aceptaron un cambio.</translation>
    </message>
    <message>
        <source>The store refused a value.</source>
        <translation>Los datos no aceptaron un valor.</translation>
    </message>
    <message>
        <source>The disk is full. Free some space now; orders may stop coming in.</source>
        <translation>El disco está lleno. Libere espacio ya; pueden dejar de entrar pedidos.</translation>
    </message>
    <message>
        <source>Comanda is closing.</source>
        <translation>Comanda se está cerrando.</translation>
    </message>
    <message>
        <source>This SQLite is older than 3.51.3; Comanda works around its known defect.</source>
        <translation>Este SQLite es anterior a 3.51.3; Comanda evita su defecto conocido.</translation>
    </message>
    <message>
        <source>The address of the database server is not written correctly. It begins with postgresql://.</source>
        <translation>La dirección del servidor de datos no está bien escrita. Empieza con postgresql://.</translation>
    </message>
    <message>
        <source>The database server may lose the last orders in a power cut. Switch on fsync and synchronous_commit there.</source>
        <translation>El servidor de datos puede perder los últimos pedidos si se va la luz. Active allí fsync y synchronous_commit.</translation>
    </message>
    <message>
        <source>This PostgreSQL is older than Comanda is tested with. Install a newer one.</source>
        <translation>Este PostgreSQL es más antiguo que los probados con Comanda. Instale uno más nuevo.</translation>
    </message>
    <message>
        <source>The store comes from an older version. Start Comanda once, which brings it up to date.</source>
        <translation>Los datos vienen de una versión anterior. Abra Comanda una vez y quedan al día.</translation>
    </message>
    <message>
        <source>That could not be done; nothing was changed. Try again, and if it happens again, keep the log.</source>
        <translation>No se pudo hacer; nada cambió. Intente otra vez y, si se repite, guarde el registro.</translation>
    </message>
    <message>
        <source>That channel is not set up any more.</source>
        <translation>Ese canal ya no está configurado.</translation>
    </message>
    <message>
        <source>That chat is not there any more.</source>
        <translation>Ese chat ya no está.</translation>
    </message>
    <message>
        <source>That message is not there any more.</source>
        <translation>Ese mensaje ya no está.</translation>
    </message>
    <message>
        <source>That order is not there any more.</source>
        <translation>Ese pedido ya no está.</translation>
    </message>
    <message>
        <source>That was already put aside.</source>
        <translation>Eso ya se había apartado.</translation>
    </message>
    <message>
        <source>{holder} runs the channels at the moment.</source>
        <translation>En este momento {holder} maneja los canales.</translation>
    </message>
    <message>
        <source>Another machine has taken over the channels.</source>
        <translation>Otro equipo tomó los canales.</translation>
    </message>
    <message>
        <source>The file could not be kept. Check the free space.</source>
        <translation>El archivo no se pudo guardar. Revise el espacio libre.</translation>
    </message>
    <message>
        <source>The file is too large.</source>
        <translation>El archivo es demasiado grande.</translation>
    </message>
    <message>
        <source>The file {file} cannot be read. Choose it again.</source>
        <translation>El archivo {file} no se puede leer. Elíjalo otra vez.</translation>
    </message>
    <message>
        <source>No program of this machine opens this file. Save it and look at it elsewhere.</source>
        <translation>Ningún programa de este equipo abre este archivo. Guárdelo y véalo en otro lado.</translation>
    </message>
    <message>
        <source>The file arrived damaged. Comanda fetches it again by itself.</source>
        <translation>El archivo llegó dañado. Comanda lo vuelve a traer solo.</translation>
    </message>
    <message>
        <source>The file arrived empty. Comanda fetches it again by itself.</source>
        <translation>El archivo llegó vacío. Comanda lo vuelve a traer solo.</translation>
    </message>
    <message>
        <source>The file to send is not there any more. Attach it again.</source>
        <translation>El archivo por enviar ya no está. Adjúntelo otra vez.</translation>
    </message>
    <message>
        <source>The file is no longer there. Ask the customer to send it again.</source>
        <translation>El archivo ya no está. Pídale al cliente que lo envíe otra vez.</translation>
    </message>
    <message>
        <source>The file comes from an unknown place and was not fetched. Look at it on the phone.</source>
        <translation>El archivo viene de un lugar desconocido y no se trajo. Véalo en el teléfono.</translation>
    </message>
    <message>
        <source>The file is not on this machine yet.</source>
        <translation>El archivo todavía no está en este equipo.</translation>
    </message>
    <message>
        <source>The file could not be fetched now. Comanda tries again by itself.</source>
        <translation>El archivo no se pudo traer ahora. Comanda lo intenta otra vez solo.</translation>
    </message>
    <message>
        <source>That passphrase or code does not open the keys.</source>
        <translation>Esa frase o ese código no abre las claves.</translation>
    </message>
    <message>
        <source>The kept keys cannot be read. Use the recovery code.</source>
        <translation>Las claves guardadas no se pueden leer. Use el código de recuperación.</translation>
    </message>
    <message>
        <source>Others can read the key file {file}. Make it readable for its owner only.</source>
        <translation>Otros pueden leer el archivo de clave {file}. Haga que solo su dueño lo lea.</translation>
    </message>
    <message>
        <source>There is a key file already.</source>
        <translation>Ya hay un archivo de clave.</translation>
    </message>
    <message>
        <source>The key file is missing.</source>
        <translation>Falta el archivo de clave.</translation>
    </message>
    <message>
        <source>The key file cannot be written.</source>
        <translation>El archivo de clave no se puede escribir.</translation>
    </message>
    <message>
        <source>This machine has too little free memory to open the keys. Close other programs and try again.</source>
        <translation>Este equipo tiene muy poca memoria libre para abrir las claves. Cierre otros programas e intente otra vez.</translation>
    </message>
    <message>
        <source>The keys of this shop are already kept under a key.</source>
        <translation>Las claves de este local ya están guardadas bajo una llave.</translation>
    </message>
    <message>
        <source>The keys of this shop have no place yet. Choose where they are kept.</source>
        <translation>Las claves de este local todavía no tienen lugar. Elija dónde se guardan.</translation>
    </message>
    <message>
        <source>This machine does not know the shop&apos;s keys yet. Enter the recovery code once.</source>
        <translation>Este equipo todavía no conoce las claves del local. Escriba una vez el código de recuperación.</translation>
    </message>
    <message>
        <source>The channels&apos; keys are locked. Enter the passphrase.</source>
        <translation>Las claves de los canales están bajo llave. Escriba la frase secreta.</translation>
    </message>
    <message>
        <source>The keychain has no entry of Comanda.</source>
        <translation>El llavero no tiene nada de Comanda.</translation>
    </message>
    <message>
        <source>This machine has no keychain that answers. Choose a passphrase or a key file.</source>
        <translation>Este equipo no tiene un llavero que conteste. Elija una frase secreta o un archivo de clave.</translation>
    </message>
    <message>
        <source>It cannot be opened: another key, or somebody changed it.</source>
        <translation>No se puede abrir: es otra clave o alguien lo cambió.</translation>
    </message>
    <message>
        <source>The shop&apos;s private key is not a key. Make a new one in Settings, Mailbox.</source>
        <translation>La clave privada del local no sirve. Haga una nueva en Ajustes, Buzón.</translation>
    </message>
    <message>
        <source>That public key is not a key. Copy it once more.</source>
        <translation>Esa clave pública no sirve. Cópiela otra vez.</translation>
    </message>
    <message>
        <source>The settings file cannot be read.</source>
        <translation>El archivo de ajustes no se puede leer.</translation>
    </message>
    <message>
        <source>The settings file has an unknown entry: {key}.</source>
        <translation>El archivo de ajustes tiene algo desconocido: {key}.</translation>
    </message>
    <message>
        <source>{key} holds a secret as plain text. Name a file, a variable or a keychain entry instead.</source>
        <translation>{key} tiene un secreto a la vista. Nombre mejor un archivo, una variable o una entrada del llavero.</translation>
    </message>
    <message>
        <source>{key} in the settings file cannot be used.</source>
        <translation>{key} del archivo de ajustes no se puede usar.</translation>
    </message>
    <message>
        <source>The secret for {key} was not found where the settings say.</source>
        <translation>El secreto para {key} no está donde dicen los ajustes.</translation>
    </message>
    <message>
        <source>The settings file lacks {key}.</source>
        <translation>Al archivo de ajustes le falta {key}.</translation>
    </message>
    <message>
        <source>The command was not understood. --help shows how it is written.</source>
        <translation>No se entendió la orden. --help muestra cómo se escribe.</translation>
    </message>
    <message>
        <source>What arrived is nested too deeply to be read.</source>
        <translation>Lo que llegó es demasiado enredado para leerlo.</translation>
    </message>
    <message>
        <source>What arrived cannot be read.</source>
        <translation>Lo que llegó no se puede leer.</translation>
    </message>
    <message>
        <source>Something arrived that Comanda cannot read. It is kept. Look on the phone.</source>
        <translation>Llegó algo que Comanda no puede leer. Queda guardado. Mire en el teléfono.</translation>
    </message>
    <message>
        <source>Something arrived without a number of its own. It is kept. Look on the phone.</source>
        <translation>Llegó algo sin número propio. Queda guardado. Mire en el teléfono.</translation>
    </message>
    <message>
        <source>A message arrived that names no customer. It is kept. Look on the phone.</source>
        <translation>Llegó un mensaje que no dice de qué cliente es. Queda guardado. Mire en el teléfono.</translation>
    </message>
    <message>
        <source>A receipt arrived that does not say what happened. It is kept.</source>
        <translation>Llegó un aviso que no dice qué pasó. Queda guardado.</translation>
    </message>
    <message>
        <source>Something arrived that does not say which message it is about. It is kept.</source>
        <translation>Llegó algo que no dice de qué mensaje trata. Queda guardado.</translation>
    </message>
    <message>
        <source>The file {file} cannot be read.</source>
        <translation>El archivo {file} no se puede leer.</translation>
    </message>
    <message>
        <source>The file {file} is too large to be one delivery.</source>
        <translation>El archivo {file} es demasiado grande para ser una sola entrega.</translation>
    </message>
    <message>
        <source>The mailbox that receives its messages does not answer. Messages may be waiting there.</source>
        <translation>El buzón que recibe sus mensajes no contesta. Los mensajes pueden estar esperando allí.</translation>
    </message>
    <message>
        <source>The mailbox is full. Collect its messages.</source>
        <translation>El buzón está lleno. Recoja sus mensajes.</translation>
    </message>
    <message>
        <source>The mailbox cannot seal messages: check the hub&apos;s public key.</source>
        <translation>El buzón no puede cerrar los mensajes: revise la clave pública del local.</translation>
    </message>
    <message>
        <source>Without a certificate only this machine can be listened to. Name a certificate, or use 127.0.0.1.</source>
        <translation>Sin certificado solo se escucha a este equipo. Nombre un certificado o use 127.0.0.1.</translation>
    </message>
    <message>
        <source>The mailbox needs the hub&apos;s public key.</source>
        <translation>El buzón necesita la clave pública del local.</translation>
    </message>
    <message>
        <source>The mailbox needs a key for its hub.</source>
        <translation>El buzón necesita una clave para su local.</translation>
    </message>
    <message>
        <source>The mailbox does not accept the key. Type the present one in Settings, Mailbox.</source>
        <translation>El buzón no acepta la clave. Escriba la actual en Ajustes, Buzón.</translation>
    </message>
    <message>
        <source>The mailbox belongs to another machine. Only one machine may collect its messages.</source>
        <translation>El buzón pertenece a otro equipo. Solo un equipo puede recoger sus mensajes.</translation>
    </message>
    <message>
        <source>The mailbox seals messages for another key. Give it the key shown in Settings, Mailbox; the messages stay there meanwhile.</source>
        <translation>El buzón cierra los mensajes con otra clave. Dele la que aparece en Ajustes, Buzón; mientras tanto los mensajes quedan allí.</translation>
    </message>
    <message>
        <source>The mailbox answers something that cannot be read. Check its address in Settings.</source>
        <translation>El buzón contesta algo que no se puede leer. Revise su dirección en Ajustes.</translation>
    </message>
    <message>
        <source>The settings have no mailbox yet.</source>
        <translation>Los ajustes todavía no tienen buzón.</translation>
    </message>
    <message>
        <source>The mailbox was asked for messages it never had.</source>
        <translation>Al buzón se le pidieron mensajes que nunca tuvo.</translation>
    </message>
    <message>
        <source>The mailbox does not understand the question.</source>
        <translation>El buzón no entiende la pregunta.</translation>
    </message>
    <message>
        <source>The mailbox is not asked in this way.</source>
        <translation>Al buzón no se le pregunta de esta manera.</translation>
    </message>
    <message>
        <source>The mailbox has nothing at this address.</source>
        <translation>El buzón no tiene nada en esta dirección.</translation>
    </message>
    <message>
        <source>That is too long for the mailbox.</source>
        <translation>Eso es demasiado largo para el buzón.</translation>
    </message>
    <message>
        <source>The mailbox opens only with its key.</source>
        <translation>El buzón solo se abre con su clave.</translation>
    </message>
    <message>
        <source>The mailbox&apos;s settings lack the number of the Meta app.</source>
        <translation>A los ajustes del buzón les falta el número de la aplicación de Meta.</translation>
    </message>
    <message>
        <source>The mailbox&apos;s settings lack the secret of the Meta app.</source>
        <translation>A los ajustes del buzón les falta el secreto de la aplicación de Meta.</translation>
    </message>
    <message>
        <source>The mailbox serves several Meta apps. Say for which path.</source>
        <translation>El buzón atiende varias aplicaciones de Meta. Diga para qué ruta.</translation>
    </message>
    <message>
        <source>The mailbox cannot reach Meta. Try again later.</source>
        <translation>El buzón no alcanza a Meta. Intente más tarde.</translation>
    </message>
    <message>
        <source>Meta answered the mailbox something that cannot be read. Try again later.</source>
        <translation>Meta le contestó al buzón algo que no se puede leer. Intente más tarde.</translation>
    </message>
    <message>
        <source>Meta refused what the mailbox asked. Check the app&apos;s secret and the key.</source>
        <translation>Meta rechazó lo que pidió el buzón. Revise el secreto de la aplicación y la clave.</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Borrador</translation>
    </message>
    <message>
        <source>To accept</source>
        <translation>Por aceptar</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Aceptado</translation>
    </message>
    <message>
        <source>Cooking</source>
        <translation>En cocina</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>On its way</source>
        <translation>En camino</translation>
    </message>
    <message>
        <source>Handed over</source>
        <translation>Entregado</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Rechazado</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Cancelado</translation>
    </message>
    <message>
        <source>Not delivered</source>
        <translation>No entregado</translation>
    </message>
    <message>
        <source>Discarded</source>
        <translation>Descartado</translation>
    </message>
    <message>
        <source>To the queue</source>
        <translation>A la cola</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Aceptar</translation>
    </message>
    <message>
        <source>To kitchen</source>
        <translation>A cocina</translation>
    </message>
    <message>
        <source>It is ready</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>Send out</source>
        <translation>Sale</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>Entregado</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Rechazar</translation>
    </message>
    <message>
        <source>Cancel order</source>
        <translation>Cancelar pedido</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Descartar</translation>
    </message>
    <message>
        <source>To collect</source>
        <translation>Por cobrar</translation>
    </message>
    <message>
        <source>Says paid</source>
        <translation>Dice que pagó</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>Pagado</translation>
    </message>
    <message>
        <source>Refunded</source>
        <translation>Devuelto</translation>
    </message>
    <message>
        <source>Customer not told yet</source>
        <translation>El cliente aún no sabe</translation>
    </message>
    <message>
        <source>Customer told</source>
        <translation>Cliente avisado</translation>
    </message>
    <message>
        <source>Customer has it</source>
        <translation>El cliente lo recibió</translation>
    </message>
    <message>
        <source>Customer could not be told</source>
        <translation>No se pudo avisar al cliente</translation>
    </message>
    <message>
        <source>How? Ask</source>
        <translation>Por definir</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>Domicilio</translation>
    </message>
    <message>
        <source>Pick-up</source>
        <translation>Para llevar</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Mesa</translation>
    </message>
    <message>
        <source>CHANGE ASKED</source>
        <translation>PIDE CAMBIO</translation>
    </message>
    <message>
        <source>CANCEL ASKED</source>
        <translation>PIDE CANCELAR</translation>
    </message>
    <message>
        <source>ARRIVED LATE</source>
        <translation>LLEGÓ TARDE</translation>
    </message>
    <message>
        <source>ALLERGY</source>
        <translation>ALERGIA</translation>
    </message>
    <message>
        <source>CHANNEL DOWN</source>
        <translation>CANAL CAÍDO</translation>
    </message>
    <message>
        <source>SENT TWICE?</source>
        <translation>¿DOS VECES?</translation>
    </message>
    <message>
        <source>cash</source>
        <translation>efectivo</translation>
    </message>
    <message>
        <source>card</source>
        <translation>tarjeta</translation>
    </message>
    <message>
        <source>transfer</source>
        <translation>transferencia</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>en espera</translation>
    </message>
    <message>
        <source>waiting: %1</source>
        <translation>espera: %1</translation>
    </message>
    <message>
        <source>sending</source>
        <translation>enviando</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>enviado</translation>
    </message>
    <message>
        <source>delivered</source>
        <translation>entregado</translation>
    </message>
    <message>
        <source>read</source>
        <translation>leído</translation>
    </message>
    <message>
        <source>not sent, tap to retry</source>
        <translation>no salió, tocar para reintentar</translation>
    </message>
    <message>
        <source>may not have arrived</source>
        <translation>no es seguro que llegó</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>Foto</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>Video</translation>
    </message>
    <message>
        <source>Voice note</source>
        <translation>Nota de voz</translation>
    </message>
    <message>
        <source>Audio</source>
        <translation>Audio</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Archivo</translation>
    </message>
    <message>
        <source>Sticker</source>
        <translation>Sticker</translation>
    </message>
    <message>
        <source>Animation</source>
        <translation>Animación</translation>
    </message>
    <message>
        <source>Location</source>
        <translation>Ubicación</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Contacto</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Enlace</translation>
    </message>
    <message>
        <source>Story</source>
        <translation>Historia</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>Plantilla</translation>
    </message>
    <message>
        <source>Cannot be shown here. Look on the phone</source>
        <translation>No se puede mostrar aquí. Mire en el teléfono</translation>
    </message>
    <message>
        <source>Comments</source>
        <translation>Comentarios</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Correo</translation>
    </message>
    <message>
        <source>Own page</source>
        <translation>Página propia</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Teléfono</translation>
    </message>
    <message>
        <source>Counter</source>
        <translation>Mostrador</translation>
    </message>
    <message>
        <source>The shop itself</source>
        <translation>El local</translation>
    </message>
    <message>
        <source>works</source>
        <translation>funciona</translation>
    </message>
    <message>
        <source>doubtful</source>
        <translation>dudoso</translation>
    </message>
    <message>
        <source>down</source>
        <translation>caído</translation>
    </message>
    <message>
        <source>not connected</source>
        <translation>sin conectar</translation>
    </message>
    <message>
        <source>%1 works.</source>
        <translation>%1 funciona.</translation>
    </message>
    <message>
        <source>%1 is not connected.</source>
        <translation>%1 no está conectado.</translation>
    </message>
    <message>
        <source>%1 does not answer well.</source>
        <translation>%1 no contesta bien.</translation>
    </message>
    <message>
        <source>%1 is down.</source>
        <translation>%1 está caído.</translation>
    </message>
    <message>
        <source>Its server cannot be found.</source>
        <translation>No se encuentra su servidor.</translation>
    </message>
    <message>
        <source>Its server refuses the connection.</source>
        <translation>Su servidor rechaza la conexión.</translation>
    </message>
    <message>
        <source>Its server does not answer in time.</source>
        <translation>Su servidor no contesta a tiempo.</translation>
    </message>
    <message>
        <source>The connection is not secure, so it was not used.</source>
        <translation>La conexión no es segura y no se usó.</translation>
    </message>
    <message>
        <source>Its server has a fault.</source>
        <translation>Su servidor tiene una falla.</translation>
    </message>
    <message>
        <source>It asks us to slow down.</source>
        <translation>Pide que vayamos más despacio.</translation>
    </message>
    <message>
        <source>Its server answers nonsense.</source>
        <translation>Su servidor contesta cosas sin sentido.</translation>
    </message>
    <message>
        <source>It is connected but silent.</source>
        <translation>Está conectado pero callado.</translation>
    </message>
    <message>
        <source>{platform} is down</source>
        <translation>{platform} caído</translation>
    </message>
    <message>
        <source>{platform} is not connected</source>
        <translation>{platform} no conectado</translation>
    </message>
    <message>
        <source>{platform} is not running yet</source>
        <translation>{platform} todavía no arranca</translation>
    </message>
    <message>
        <source>Comanda was closed</source>
        <translation>Comanda se cerró</translation>
    </message>
    <message>
        <source>{platform} does not answer</source>
        <translation>{platform} no contesta</translation>
    </message>
    <message>
        <source>{platform} needs a new key</source>
        <translation>{platform} pide una clave nueva</translation>
    </message>
    <message>
        <source>{platform} cannot be found</source>
        <translation>no se encuentra {platform}</translation>
    </message>
    <message>
        <source>{platform} refuses the connection</source>
        <translation>{platform} rechaza la conexión</translation>
    </message>
    <message>
        <source>{platform} is not secure now</source>
        <translation>{platform} no es seguro ahora</translation>
    </message>
    <message>
        <source>{platform} has a fault</source>
        <translation>{platform} tiene una falla</translation>
    </message>
    <message>
        <source>{platform} asks for a pause</source>
        <translation>{platform} pide una pausa</translation>
    </message>
    <message>
        <source>the bot moved to another server</source>
        <translation>el bot pasó a otro servidor</translation>
    </message>
    <message>
        <source>the bot lives on another server</source>
        <translation>el bot vive en otro servidor</translation>
    </message>
    <message>
        <source>another program uses the bot</source>
        <translation>otro programa usa el bot</translation>
    </message>
    <message>
        <source>{platform} needs a permission</source>
        <translation>{platform} pide un permiso</translation>
    </message>
    <message>
        <source>{platform} does not answer clearly</source>
        <translation>{platform} no contesta con claridad</translation>
    </message>
    <message>
        <source>{platform} limits this account</source>
        <translation>{platform} limita esta cuenta</translation>
    </message>
    <message>
        <source>somebody else is answering</source>
        <translation>otra persona está contestando</translation>
    </message>
    <message>
        <source>{platform} does not know this number</source>
        <translation>{platform} no conoce este número</translation>
    </message>
    <message>
        <source>{platform} blocked this account</source>
        <translation>{platform} bloqueó esta cuenta</translation>
    </message>
    <message>
        <source>the number is not registered</source>
        <translation>el número no está registrado</translation>
    </message>
    <message>
        <source>{platform} wants to be paid</source>
        <translation>{platform} pide un medio de pago</translation>
    </message>
    <message>
        <source>{platform} is changing something</source>
        <translation>{platform} está cambiando algo</translation>
    </message>
    <message>
        <source>The file {file} of the certificate cannot be read. Check its name and who may read it.</source>
        <translation>No se puede leer el archivo {file} del certificado. Revise su nombre y quién puede leerlo.</translation>
    </message>
    <message>
        <source>Not sent: its channel was removed. Add the channel again, then send again.</source>
        <translation>No se envió: se quitó su canal. Agregue el canal de nuevo y vuelva a enviarlo.</translation>
    </message>
    <message>
        <source>The store&apos;s file {file} was removed or replaced while Comanda ran. Nothing more is written; the platforms keep the messages meanwhile. Put the file back, or close Comanda and restore a backup.</source>
        <translation>El archivo de datos {file} se borró o se cambió mientras Comanda trabajaba. Ya no se escribe nada; las plataformas guardan los mensajes mientras tanto. Devuelva el archivo a su sitio, o cierre Comanda y restaure una copia.</translation>
    </message>
    <message>
        <source>The recovery code cannot be written to {file}; no keys were made. Make room or rights there and start again.</source>
        <translation>El código de recuperación no se puede escribir en {file}; no se crearon claves. Deje espacio o permisos allí y empiece de nuevo.</translation>
    </message>
    <message>
        <source>The mailbox cannot keep new messages; the platforms hold them for now. Free some space on its machine.</source>
        <translation>El buzón no puede guardar mensajes nuevos; las plataformas los retienen por ahora. Libere espacio en su máquina.</translation>
    </message>
    <message>
        <source>(no name)</source>
        <translation>(sin nombre)</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>automático</translation>
    </message>
    <message>
        <source>The picture is too large: WhatsApp takes up to 5 MB. Send a smaller one.</source>
        <translation>La foto es demasiado grande: WhatsApp acepta hasta 5 MB. Envíe una más pequeña.</translation>
    </message>
    <message>
        <source>The video or recording is too large: WhatsApp takes up to 16 MB. Send a shorter one.</source>
        <translation>El video o la grabación es demasiado grande: WhatsApp acepta hasta 16 MB. Envíe uno más corto.</translation>
    </message>
    <message>
        <source>This kind of file cannot be sent on WhatsApp. Send a picture as JPEG or PNG, or a PDF.</source>
        <translation>Este tipo de archivo no se puede enviar por WhatsApp. Envíe la foto como JPEG o PNG, o un PDF.</translation>
    </message>
    <message>
        <source>the mailbox does not answer</source>
        <translation>el buzón no contesta</translation>
    </message>
    <message>
        <source>the mailbox does not answer clearly</source>
        <translation>el buzón no contesta con claridad</translation>
    </message>
    <message>
        <source>the mailbox needs a new key</source>
        <translation>el buzón pide una clave nueva</translation>
    </message>
    <message>
        <source>the mailbox is another machine&apos;s</source>
        <translation>el buzón es de otro equipo</translation>
    </message>
    <message>
        <source>Page key</source>
        <translation>Clave de la página</translation>
    </message>
    <message>
        <source>The page&apos;s own lasting key with the permissions pages_messaging, pages_manage_metadata and pages_read_engagement.</source>
        <translation>La clave permanente de la página, con los permisos pages_messaging, pages_manage_metadata y pages_read_engagement.</translation>
    </message>
    <message>
        <source>Page id</source>
        <translation>Id de la página</translation>
    </message>
    <message>
        <source>The number of the Facebook page: on the page under About, Page transparency.</source>
        <translation>El número de la página de Facebook: en la página, en Información, Transparencia de la página.</translation>
    </message>
    <message>
        <source>The number of the professional account, in Meta&apos;s developer page beside its name. It begins with 1784.</source>
        <translation>El número de la cuenta profesional, en la página de desarrolladores de Meta junto a su nombre. Empieza por 1784.</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>Acceso</translation>
    </message>
    <message>
        <source>Meta does not know this customer on this account. Answer on the phone.</source>
        <translation>Meta no conoce a este cliente en esta cuenta. Responda desde el teléfono.</translation>
    </message>
    <message>
        <source>A message that was sent cannot be changed here. Write a new one.</source>
        <translation>Un mensaje enviado no se puede cambiar aquí. Escriba uno nuevo.</translation>
    </message>
    <message>
        <source>A message that was sent cannot be taken back from here. Delete it on the phone.</source>
        <translation>Un mensaje enviado no se puede retirar desde aquí. Bórrelo en el teléfono.</translation>
    </message>
    <message>
        <source>Here the shop cannot react with a sign. Write a word instead.</source>
        <translation>Aquí el local no puede reaccionar con un signo. Escriba una palabra.</translation>
    </message>
    <message>
        <source>This chat has no address to write to. Answer on the phone.</source>
        <translation>Este chat no tiene dirección a la que escribir. Responda desde el teléfono.</translation>
    </message>
    <message>
        <source>Meta does not take this file. Send it as another kind of file.</source>
        <translation>Meta no acepta este archivo. Envíelo como otro tipo de archivo.</translation>
    </message>
    <message>
        <source>The file is too large: up to 25 MB can be sent. Send a smaller one.</source>
        <translation>El archivo es demasiado grande: se pueden enviar hasta 25 MB. Envíe uno más pequeño.</translation>
    </message>
    <message>
        <source>Meta does not send us this account&apos;s messages, and switching it on again failed. The owner checks the access key&apos;s permissions.</source>
        <translation>Meta no nos envía los mensajes de esta cuenta y no se pudo volver a activar. El dueño revisa los permisos de la clave de acceso.</translation>
    </message>
    <message>
        <source>Whether Meta sends us this account&apos;s messages could not be checked. The access key may lack a permission.</source>
        <translation>No se pudo comprobar si Meta nos envía los mensajes de esta cuenta. Quizá a la clave de acceso le falte un permiso.</translation>
    </message>
    <message>
        <source>The access key ends within two weeks. The owner makes a new one and types it in Settings.</source>
        <translation>La clave de acceso termina en menos de dos semanas. El dueño crea una nueva y la escribe en Ajustes.</translation>
    </message>
    <message>
        <source>The access key ends within a week. The owner makes a new one and types it in Settings.</source>
        <translation>La clave de acceso termina en menos de una semana. El dueño crea una nueva y la escribe en Ajustes.</translation>
    </message>
    <message>
        <source>The access key ends within two days. The owner makes a new one now and types it in Settings.</source>
        <translation>La clave de acceso termina en menos de dos días. El dueño crea una nueva ya y la escribe en Ajustes.</translation>
    </message>
    <message>
        <source>The picture is too large: Instagram takes up to 8 MB. Send a smaller one.</source>
        <translation>La foto es demasiado grande: Instagram acepta hasta 8 MB. Envíe una más pequeña.</translation>
    </message>
    <message>
        <source>This kind of file cannot be sent on Instagram. Send a picture, a video, a recording or a PDF.</source>
        <translation>Este tipo de archivo no se puede enviar por Instagram. Envíe una foto, un video, una grabación o un PDF.</translation>
    </message>
    <message>
        <source>With this login only pictures can be sent on Instagram. Send a picture, or write it.</source>
        <translation>Con este acceso solo se pueden enviar fotos por Instagram. Envíe una foto o escríbalo.</translation>
    </message>
    <message>
        <source>Instagram does not let programs read this account&apos;s messages. The owner turns on access to messages in the Instagram app.</source>
        <translation>Instagram no deja que los programas lean los mensajes de esta cuenta. El dueño activa el acceso a los mensajes en la aplicación de Instagram.</translation>
    </message>
    <message>
        <source>The signal-cli program does not run or cannot be reached. Whoever installed it starts it again.</source>
        <translation>El programa signal-cli no está funcionando o no se alcanza. Quien lo instaló lo vuelve a iniciar.</translation>
    </message>
    <message>
        <source>The signal-cli program runs and does not answer. Comanda calls it again; if it stays so, restart it.</source>
        <translation>El programa signal-cli funciona y no responde. Comanda lo llama de nuevo; si sigue así, reinícielo.</translation>
    </message>
    <message>
        <source>At this address something answers that is not signal-cli. Check the address in Settings.</source>
        <translation>En esta dirección responde algo que no es signal-cli. Revise la dirección en Ajustes.</translation>
    </message>
    <message>
        <source>The signal-cli program expects to be called by another name. Type the address with which it was started.</source>
        <translation>El programa signal-cli espera que lo llamen con otro nombre. Escriba la dirección con la que se inició.</translation>
    </message>
    <message>
        <source>The address of signal-cli cannot be used. It looks like localhost:7583.</source>
        <translation>La dirección de signal-cli no se puede usar. Es como localhost:7583.</translation>
    </message>
    <message>
        <source>Comanda may not use the socket of signal-cli. Both have to run as the same user of this machine.</source>
        <translation>Comanda no puede usar el socket de signal-cli. Los dos deben funcionar con el mismo usuario de esta máquina.</translation>
    </message>
    <message>
        <source>The program signal-cli cannot be started. Check that it is installed and where.</source>
        <translation>El programa signal-cli no se puede iniciar. Revise que esté instalado y dónde.</translation>
    </message>
    <message>
        <source>Another signal-cli already works with this number. Stop it, or connect Comanda to it.</source>
        <translation>Otro signal-cli ya trabaja con este número. Deténgalo, o conecte Comanda con él.</translation>
    </message>
    <message>
        <source>This signal-cli is old. Update it, or messages may be confused with each other.</source>
        <translation>Este signal-cli es viejo. Actualícelo, o los mensajes se pueden confundir entre sí.</translation>
    </message>
    <message>
        <source>This signal-cli is too old for Signal. Whoever installed it updates it.</source>
        <translation>Este signal-cli es demasiado viejo para Signal. Quien lo instaló lo actualiza.</translation>
    </message>
    <message>
        <source>Signal does not know this device any more. Link it again with the shop&apos;s phone.</source>
        <translation>Signal ya no conoce este equipo. Vincúlelo de nuevo con el teléfono del local.</translation>
    </message>
    <message>
        <source>The signal-cli program does not have this number. Check the number, or link it again.</source>
        <translation>El programa signal-cli no tiene este número. Revise el número, o vincúlelo de nuevo.</translation>
    </message>
    <message>
        <source>The signal-cli program did not answer. It may have arrived: look on the phone before sending again.</source>
        <translation>El programa signal-cli no respondió. Puede que haya llegado: mire en el teléfono antes de enviar otra vez.</translation>
    </message>
    <message>
        <source>The signal-cli program did not answer clearly. Look on the phone before sending again.</source>
        <translation>El programa signal-cli no respondió con claridad. Mire en el teléfono antes de enviar otra vez.</translation>
    </message>
    <message>
        <source>Signal could not be reached for certain. It may have arrived: look on the phone before sending again.</source>
        <translation>No es seguro que se alcanzara a Signal. Puede que haya llegado: mire en el teléfono antes de enviar otra vez.</translation>
    </message>
    <message>
        <source>Many answers leave at once. Comanda tries again by itself.</source>
        <translation>Salen muchas respuestas a la vez. Comanda vuelve a intentarlo sola.</translation>
    </message>
    <message>
        <source>Signal asks us to slow down. Comanda waits as long as it says.</source>
        <translation>Signal nos pide ir más despacio. Comanda espera lo que diga.</translation>
    </message>
    <message>
        <source>Signal wants proof that a person writes. Whoever installed signal-cli solves the riddle on signalcaptchas.org/challenge/generate.html.</source>
        <translation>Signal quiere una prueba de que escribe una persona. Quien instaló signal-cli resuelve el acertijo en signalcaptchas.org/challenge/generate.html.</translation>
    </message>
    <message>
        <source>Signal did not take the solved riddle. Solve a new one on signalcaptchas.org/challenge/generate.html.</source>
        <translation>Signal no aceptó el acertijo resuelto. Resuelva uno nuevo en signalcaptchas.org/challenge/generate.html.</translation>
    </message>
    <message>
        <source>This customer&apos;s safety number has changed: a new phone, or somebody else. Call them, then trust it in signal-cli.</source>
        <translation>El número de seguridad de este cliente cambió: un teléfono nuevo, u otra persona. Llámelo y después confíe en él en signal-cli.</translation>
    </message>
    <message>
        <source>This customer does not have Signal any more. Call instead.</source>
        <translation>Este cliente ya no tiene Signal. Mejor llámelo.</translation>
    </message>
    <message>
        <source>Signal could not lock the message for this customer. Ask them to write again, or call.</source>
        <translation>Signal no pudo cifrar el mensaje para este cliente. Pídale que escriba otra vez, o llámelo.</translation>
    </message>
    <message>
        <source>The signal-cli program refused it. Try other words, or answer another way.</source>
        <translation>El programa signal-cli lo rechazó. Pruebe con otras palabras, o responda por otro medio.</translation>
    </message>
    <message>
        <source>This conversation has no address that Signal knows.</source>
        <translation>Esta conversación no tiene una dirección que Signal conozca.</translation>
    </message>
    <message>
        <source>The text is too long to replace a message. Shorten it.</source>
        <translation>El texto es demasiado largo para reemplazar un mensaje. Acórtelo.</translation>
    </message>
    <message>
        <source>This message cannot be changed in Signal: it is not ours.</source>
        <translation>Este mensaje no se puede cambiar en Signal: no es nuestro.</translation>
    </message>
    <message>
        <source>This message cannot be taken back in Signal: it is not ours.</source>
        <translation>Este mensaje no se puede retirar en Signal: no es nuestro.</translation>
    </message>
    <message>
        <source>This message cannot be reacted to in Signal.</source>
        <translation>A este mensaje no se puede reaccionar en Signal.</translation>
    </message>
    <message>
        <source>The file was not taken: its name is not one of signal-cli&apos;s.</source>
        <translation>El archivo no se tomó: su nombre no es de los de signal-cli.</translation>
    </message>
    <message>
        <source>The file is large and lies on the machine of signal-cli. Name its folder of attachments in Settings.</source>
        <translation>El archivo es grande y está en la máquina de signal-cli. Indique su carpeta de adjuntos en Ajustes.</translation>
    </message>
    <message>
        <source>signal-cli does not run</source>
        <translation>signal-cli no está funcionando</translation>
    </message>
    <message>
        <source>{platform} cannot be reached</source>
        <translation>{platform} no se alcanza</translation>
    </message>
    <message>
        <source>many answers leave at once</source>
        <translation>salen muchas respuestas a la vez</translation>
    </message>
    <message>
        <source>{platform} must be linked again</source>
        <translation>hay que vincular {platform} de nuevo</translation>
    </message>
    <message>
        <source>signal-cli must be updated</source>
        <translation>hay que actualizar signal-cli</translation>
    </message>
    <message>
        <source>Way to signal-cli</source>
        <translation>Vía a signal-cli</translation>
    </message>
    <message>
        <source>Address or path</source>
        <translation>Dirección o ruta</translation>
    </message>
    <message>
        <source>The path of the socket, machine:port, the web address, or the path of the program. Empty: where signal-cli is by itself.</source>
        <translation>La ruta del socket, máquina:puerto, la dirección web o la ruta del programa. Vacío: donde signal-cli está por sí mismo.</translation>
    </message>
    <message>
        <source>Signal number</source>
        <translation>Número de Signal</translation>
    </message>
    <message>
        <source>Folder of attachments</source>
        <translation>Carpeta de adjuntos</translation>
    </message>
    <message>
        <source>Where signal-cli keeps the pictures of customers, if it is not its usual folder.</source>
        <translation>Donde signal-cli guarda las fotos de los clientes, si no es su carpeta habitual.</translation>
    </message>
    <message>
        <source>The page&apos;s own lasting key with the permissions pages_read_engagement, pages_read_user_content, pages_manage_engagement, pages_manage_metadata and pages_messaging.</source>
        <translation>La clave duradera de la página, con los permisos pages_read_engagement, pages_read_user_content, pages_manage_engagement, pages_manage_metadata y pages_messaging.</translation>
    </message>
    <message>
        <source>A private answer needs the comment that it answers. Choose the comment first.</source>
        <translation>Una respuesta privada necesita el comentario al que responde. Elija primero el comentario.</translation>
    </message>
    <message>
        <source>Under a post the shop can only like. Take a like back on Facebook itself.</source>
        <translation>Bajo una publicación el negocio solo puede poner «me gusta». Quítelo en Facebook mismo.</translation>
    </message>
    <message>
        <source>A private answer can be 1999 signs long. Make it shorter.</source>
        <translation>Una respuesta privada puede tener 1999 signos. Hágala más corta.</translation>
    </message>
    <message>
        <source>A comment can be 8000 signs long. Make it shorter.</source>
        <translation>Un comentario puede tener 8000 signos. Hágalo más corto.</translation>
    </message>
    <message>
        <source>A comment can be answered privately for seven days. Answer in public, or call.</source>
        <translation>Un comentario se puede responder en privado durante siete días. Responda en público o llame.</translation>
    </message>
    <message>
        <source>This comment has had its private answer; there can be only one. Answer in public.</source>
        <translation>Este comentario ya tuvo su respuesta privada; solo puede haber una. Responda en público.</translation>
    </message>
    <message>
        <source>The same words are there already. Change them and send them again.</source>
        <translation>Las mismas palabras ya están allí. Cámbielas y envíe otra vez.</translation>
    </message>
    <message>
        <source>Facebook cannot open the link in it. Take the link out and send it again.</source>
        <translation>Facebook no puede abrir el enlace que lleva. Quite el enlace y envíe otra vez.</translation>
    </message>
    <message>
        <source>Facebook does not tell us of new comments, and switching it on again failed. Comanda looks for them every few minutes; the owner checks the access key&apos;s permissions.</source>
        <translation>Facebook no nos avisa de comentarios nuevos, y no se pudo activar otra vez. Comanda los busca cada pocos minutos; el dueño revisa los permisos de la clave de acceso.</translation>
    </message>
    <message>
        <source>Whether Facebook tells us of new comments could not be checked. The access key may lack a permission.</source>
        <translation>No se pudo comprobar si Facebook nos avisa de comentarios nuevos. A la clave de acceso le puede faltar un permiso.</translation>
    </message>
    <message>
        <source>The page&apos;s posts and comments could not be read. The access key may lack a permission.</source>
        <translation>No se pudieron leer las publicaciones y los comentarios de la página. A la clave de acceso le puede faltar un permiso.</translation>
    </message>
    <message>
        <source>The shop&apos;s own account does not let us answer here. Its owner can allow it in the account&apos;s settings, or answer on the phone.</source>
        <translation>La cuenta propia de la tienda no nos deja responder aquí. Su dueño puede permitirlo en los ajustes de la cuenta, o responder desde el teléfono.</translation>
    </message>
    <message>
        <source>The shop&apos;s Telegram account does not let the bot answer. Its owner allows it on the phone: Telegram, Settings, Chat automation, this bot. Until then answer on the phone.</source>
        <translation>La cuenta de Telegram de la tienda no deja responder al bot. Su dueño lo permite en el teléfono: Telegram, Ajustes, Automatización de chats, este bot. Mientras tanto, responda desde el teléfono.</translation>
    </message>
    <message>
        <source>The shop&apos;s Telegram account does not let the bot delete. Delete it on the phone, or its owner allows it there: Telegram, Settings, Chat automation, this bot.</source>
        <translation>La cuenta de Telegram de la tienda no deja borrar al bot. Bórrelo en el teléfono, o su dueño lo permite allí: Telegram, Ajustes, Automatización de chats, este bot.</translation>
    </message>
    <message>
        <source>WhatsApp does not bring messages of this kind to this customer. Wait for the customer to write, or call.</source>
        <translation>WhatsApp no le lleva mensajes de este tipo a este cliente. Espere a que escriba, o llame.</translation>
    </message>
    <message>
        <source>This is the shop&apos;s own number. Check whom the message is for.</source>
        <translation>Este es el número del propio local. Revise para quién es el mensaje.</translation>
    </message>
    <message>
        <source>Type the account id too: without it Comanda cannot see, nor switch on, that Meta sends us this number&apos;s messages.</source>
        <translation>Escriba también el número de la cuenta: sin él, Comanda no puede ver ni activar que Meta nos envíe los mensajes de este número.</translation>
    </message>
    <message>
        <source>Through the page: the page&apos;s key with the permission instagram_manage_messages. With its own login: the account&apos;s key, which Comanda keeps renewed.</source>
        <translation>Por la página: la clave de la página con el permiso instagram_manage_messages. Con ingreso propio: la clave de la cuenta, que Comanda mantiene renovada.</translation>
    </message>
    <message>
        <source>Only through the page: the number of the page that the Instagram account is linked to.</source>
        <translation>Solo por la página: el número de la página a la que está vinculada la cuenta de Instagram.</translation>
    </message>
    <message>
        <source>Through the page if the account is linked to one whose key you have; with its own login if its key was made by logging in to Instagram.</source>
        <translation>Por la página si la cuenta está vinculada a una cuya clave tiene; con ingreso propio si su clave se hizo entrando en Instagram.</translation>
    </message>
    <message>
        <source>Answers by hand for seven days</source>
        <translation>Respuestas a mano durante siete días</translation>
    </message>
    <message>
        <source>Only if Meta has granted your app the feature &quot;Human Agent&quot;. Without it Meta refuses answers after a day.</source>
        <translation>Solo si Meta le dio a su aplicación la función &quot;Human Agent&quot;. Sin ella, Meta rechaza las respuestas después de un día.</translation>
    </message>
    <message>
        <source>App id</source>
        <translation>Número de la aplicación</translation>
    </message>
    <message>
        <source>App settings, Basic: the number above the secret. With it Meta tells when the access key ends.</source>
        <translation>Ajustes de la aplicación, Básico: el número encima del secreto. Con él, Meta dice cuándo se vence la clave de acceso.</translation>
    </message>
    <message>
        <source>How the signal-cli that runs already was started, best with --receive-mode=on-connection; or Comanda starts one itself.</source>
        <translation>Cómo se inició el signal-cli que ya funciona, mejor con --receive-mode=on-connection; o Comanda inicia uno.</translation>
    </message>
    <message>
        <source>The number that signal-cli is linked to, with + and the country. Linking with the phone fills it in.</source>
        <translation>El número al que está vinculado signal-cli, con + y el país. Al vincular con el teléfono se escribe solo.</translation>
    </message>
    <message>
        <source>Through the Facebook page</source>
        <translation>Por la página de Facebook</translation>
    </message>
    <message>
        <source>With its own login</source>
        <translation>Con ingreso propio</translation>
    </message>
    <message>
        <source>Runs: socket (--socket)</source>
        <translation>Ya funciona: socket (--socket)</translation>
    </message>
    <message>
        <source>Runs: network (--tcp)</source>
        <translation>Ya funciona: red (--tcp)</translation>
    </message>
    <message>
        <source>Runs: web (--http)</source>
        <translation>Ya funciona: web (--http)</translation>
    </message>
    <message>
        <source>Comanda starts it</source>
        <translation>Lo inicia Comanda</translation>
    </message>
    <message>
        <source>The access key has ended: nothing can be sent. The owner makes a new one and types it in Settings.</source>
        <translation>La clave de acceso se venció: no se puede enviar nada. El dueño crea una nueva y la escribe en Ajustes.</translation>
    </message>
    <message>
        <source>A private answer on Instagram can have a thousand plain letters, and fewer with accents. Make it shorter.</source>
        <translation>Una respuesta privada en Instagram puede tener mil letras sencillas, y menos con acentos. Hágala más corta.</translation>
    </message>
    <message>
        <source>Instagram asks the owner to sign in again, or it is no longer joined to the Facebook page. The owner checks both there and makes a new key.</source>
        <translation>Instagram le pide al dueño que entre de nuevo, o ya no está unido a la página de Facebook. El dueño revisa las dos cosas allí y hace una clave nueva.</translation>
    </message>
    <message>
        <source>A file cannot be put under a post from here. Write it.</source>
        <translation>Desde aquí no se puede poner un archivo bajo una publicación. Escríbalo.</translation>
    </message>
    <message>
        <source>That comment is no longer there, or it is not shown to us.</source>
        <translation>Ese comentario ya no está, o no se nos muestra.</translation>
    </message>
    <message>
        <source>This comment cannot be answered privately. Answer in public.</source>
        <translation>Este comentario no se puede responder en privado. Responda en público.</translation>
    </message>
    <message>
        <source>same account</source>
        <translation>misma cuenta</translation>
    </message>
    <message>
        <source>same number: %1</source>
        <translation>mismo número: %1</translation>
    </message>
    <message>
        <source>an order was left with this number: %1</source>
        <translation>dejó este número en un pedido: %1</translation>
    </message>
    <message>
        <source>sent this contact card: %1</source>
        <translation>envió este contacto: %1</translation>
    </message>
    <message>
        <source>same name and address: %1</source>
        <translation>mismo nombre y dirección: %1</translation>
    </message>
    <message>
        <source>comments under the same name: %1</source>
        <translation>comenta con el mismo nombre: %1</translation>
    </message>
    <message>
        <source>That customer is not there any more.</source>
        <translation>Ese cliente ya no está.</translation>
    </message>
    <message>
        <source>Both are already the same person.</source>
        <translation>Ya son la misma persona.</translation>
    </message>
    <message>
        <source>This one already stands alone.</source>
        <translation>Este ya está aparte.</translation>
    </message>
    <message>
        <source>Somebody else changed this customer. What you wrote is still here: compare and save again.</source>
        <translation>Otra persona cambió este cliente. Lo que escribió sigue aquí: compare y guarde otra vez.</translation>
    </message>
    <message>
        <source>The phone did not scan the code in time. Let a new code be shown, and scan it within two minutes.</source>
        <translation>El teléfono no leyó el código a tiempo. Haga mostrar otro y léalo antes de dos minutos.</translation>
    </message>
    <message>
        <source>The signal-cli program has this number already. Type it beside, and press Test.</source>
        <translation>El programa signal-cli ya tiene este número. Escríbalo al lado y pulse Probar.</translation>
    </message>
    <message>
        <source>The phone has as many linked devices as Signal allows. Remove one on the phone, then try again.</source>
        <translation>El teléfono ya tiene tantos dispositivos vinculados como Signal permite. Quite uno en el teléfono y vuelva a intentar.</translation>
    </message>
    <message>
        <source>The signal-cli program could not link the phone. Try with a new code; if it stays so, ask whoever installed it.</source>
        <translation>El programa signal-cli no pudo vincular el teléfono. Pruebe con otro código; si sigue igual, pregunte a quien lo instaló.</translation>
    </message>
    <message>
        <source>The signal-cli program gave no code in time. It may not reach Signal: check this machine&apos;s internet.</source>
        <translation>El programa signal-cli no dio un código a tiempo. Quizá no llega a Signal: revise el internet de este equipo.</translation>
    </message>
    <message>
        <source>The signal-cli program does not reach Signal. Check its machine&apos;s internet, then try again.</source>
        <translation>El programa signal-cli no llega a Signal. Revise el internet de su equipo y vuelva a intentar.</translation>
    </message>
    <message>
        <source>Signal was asked too often and refuses for a while. Every new try makes it longer.</source>
        <translation>Se le preguntó a Signal demasiadas veces y por un rato se niega. Cada intento lo alarga.</translation>
    </message>
    <message>
        <source>Before it links, Signal wants a riddle solved, so that no machine does it.</source>
        <translation>Antes de vincular, Signal pide resolver un acertijo, para que no lo haga una máquina.</translation>
    </message>
    <message>
        <source>This signal-cli serves one number only and links no other. Whoever installed it starts it without -a, or links it there.</source>
        <translation>Este signal-cli atiende un solo número y no vincula otro. Quien lo instaló lo inicia sin -a, o vincula allí.</translation>
    </message>
    <message>
        <source>The place “{hole}” is still empty. Fill it in.</source>
        <translation>El espacio “{hole}” está vacío. Llénelo.</translation>
    </message>
    <message>
        <source>A filled-in place must be one line, without many blanks in a row.</source>
        <translation>Lo que se llena debe ser una sola línea, sin muchos espacios seguidos.</translation>
    </message>
    <message>
        <source>The end of the link is missing, or has a blank in it.</source>
        <translation>Falta el final del enlace, o tiene un espacio en blanco.</translation>
    </message>
    <message>
        <source>This text begins with a file. Choose one first.</source>
        <translation>Este texto empieza con un archivo. Elija uno primero.</translation>
    </message>
    <message>
        <source>This text begins with another kind of file. Choose a picture, video or document as it says.</source>
        <translation>Este texto empieza con otra clase de archivo. Elija una foto, un video o un documento, como dice.</translation>
    </message>
    <message>
        <source>With what was filled in the text is too long. Make it shorter.</source>
        <translation>Con lo que se llenó, el texto es demasiado largo. Hágalo más corto.</translation>
    </message>
    <message>
        <source>This text has parts that Comanda cannot fill in. Send it from Meta&apos;s own page, or choose another.</source>
        <translation>Este texto tiene partes que Comanda no puede llenar. Envíelo desde la página de Meta o elija otro.</translation>
    </message>
    <message>
        <source>WhatsApp does not take what was filled in. The text may have changed: choose it again.</source>
        <translation>WhatsApp no acepta lo que se llenó. El texto puede haber cambiado: elíjalo otra vez.</translation>
    </message>
    <message>
        <source>WhatsApp no longer has this text in this language. Choose another.</source>
        <translation>WhatsApp ya no tiene este texto en este idioma. Elija otro.</translation>
    </message>
    <message>
        <source>What was filled in is against WhatsApp&apos;s rules. Change it and send it again.</source>
        <translation>Lo que se llenó va contra las reglas de WhatsApp. Cámbielo y envíelo otra vez.</translation>
    </message>
    <message>
        <source>WhatsApp has paused this text because customers did not like it. Choose another, or call.</source>
        <translation>WhatsApp suspendió este texto porque no les gustó a los clientes. Elija otro o llame.</translation>
    </message>
    <message>
        <source>WhatsApp has switched this text off for good. Choose another, or call.</source>
        <translation>WhatsApp desactivó este texto para siempre. Elija otro o llame.</translation>
    </message>
    <message>
        <source>WhatsApp lets no more of these texts go out for now. Call, or try tomorrow.</source>
        <translation>WhatsApp no deja salir más textos de estos por ahora. Llame, o pruebe mañana.</translation>
    </message>
    <message>
        <source>WhatsApp does not send this text. Choose another, or call.</source>
        <translation>WhatsApp no envía este texto. Elija otro o llame.</translation>
    </message>
    <message>
        <source>This comment has its private answer; there can be only one. Answer in public.</source>
        <translation>Este comentario ya tiene su respuesta privada; solo puede haber una. Responda en público.</translation>
    </message>
    <message>
        <source>A comment can be answered privately for seven days. That time is over: answer in public, or call.</source>
        <translation>Un comentario se puede responder en privado durante siete días. Ese tiempo terminó: responda en público o llame.</translation>
    </message>
    <message>
        <source>WhatsApp has limited what this account may send. The owner looks in WhatsApp&apos;s account settings.</source>
        <translation>WhatsApp limitó lo que esta cuenta puede enviar. El dueño lo revisa en los ajustes de la cuenta de WhatsApp.</translation>
    </message>
    <message>
        <source>WhatsApp says that this account broke its rules. The owner looks in WhatsApp&apos;s account settings.</source>
        <translation>WhatsApp dice que esta cuenta faltó a sus reglas. El dueño lo revisa en los ajustes de la cuenta de WhatsApp.</translation>
    </message>
    <message>
        <source>WhatsApp is going to switch this account off. The owner objects in WhatsApp&apos;s account settings.</source>
        <translation>WhatsApp va a desactivar esta cuenta. El dueño reclama en los ajustes de la cuenta de WhatsApp.</translation>
    </message>
    <message>
        <source>WhatsApp has a warning about this account. The owner reads it in WhatsApp&apos;s account settings.</source>
        <translation>WhatsApp tiene un aviso sobre esta cuenta. El dueño lo lee en los ajustes de la cuenta de WhatsApp.</translation>
    </message>
    <message>
        <source>WhatsApp lets this number write to fewer people first than before. Answers are not affected.</source>
        <translation>WhatsApp deja que este número escriba primero a menos personas que antes. Las respuestas siguen igual.</translation>
    </message>
    <message>
        <source>The number has left Comanda: the phone&apos;s app was not opened for long, or the number changed. The owner connects it again.</source>
        <translation>El número se salió de Comanda: la aplicación del teléfono no se abrió en mucho tiempo, o el número cambió. El dueño lo conecta otra vez.</translation>
    </message>
    <message>
        <source>The older chats were brought once already, to another program.</source>
        <translation>Los chats anteriores ya se trajeron una vez, a otro programa.</translation>
    </message>
    <message>
        <source>The older chats can be brought only within a day of connecting the number. That day is over.</source>
        <translation>Los chats anteriores se pueden traer solo durante un día desde que se conecta el número. Ese día pasó.</translation>
    </message>
    <message>
        <source>The owner chose in the phone&apos;s app not to share older chats.</source>
        <translation>El dueño eligió en la aplicación del teléfono no compartir los chats anteriores.</translation>
    </message>
    <message>
        <source>There is no public address. Set up a mailbox above, or a public address of this machine in its settings file.</source>
        <translation>No hay dirección pública. Configure un buzón arriba, o una dirección pública de este equipo en su archivo de ajustes.</translation>
    </message>
    <message>
        <source>This shop uses no mailbox.</source>
        <translation>Este local no usa buzón.</translation>
    </message>
    <message>
        <source>Another machine of the shop receives the messages. Make the test there.</source>
        <translation>Otro equipo del local recibe los mensajes. Haga la prueba allí.</translation>
    </message>
    <message>
        <source>Nobody has the app secret, so the platform&apos;s messages would be refused. Type it at the channel, or in the mailbox&apos;s settings.</source>
        <translation>Nadie tiene el secreto de la aplicación, así que los mensajes de la plataforma se rechazarían. Escríbalo en el canal, o en los ajustes del buzón.</translation>
    </message>
    <message>
        <source>The public address does not exist on the internet. Whoever runs it checks its name.</source>
        <translation>La dirección pública no existe en internet. Quien la mantiene revisa el nombre.</translation>
    </message>
    <message>
        <source>The public address has no valid certificate, and the platform asks for one. Whoever runs it renews it.</source>
        <translation>La dirección pública no tiene un certificado válido, y la plataforma lo pide. Quien la mantiene lo renueva.</translation>
    </message>
    <message>
        <source>The public address does not answer in time. Whoever runs it looks whether the machine is on.</source>
        <translation>La dirección pública no contesta a tiempo. Quien la mantiene mira si el equipo está encendido.</translation>
    </message>
    <message>
        <source>Nobody listens at the public address. Whoever runs it starts the mailbox or the tunnel.</source>
        <translation>Nadie atiende en la dirección pública. Quien la mantiene inicia el buzón o el túnel.</translation>
    </message>
    <message>
        <source>Something else answers at the public address, perhaps a tunnel without its program. Whoever runs it looks there.</source>
        <translation>En la dirección pública contesta otra cosa, quizá un túnel sin su programa. Quien la mantiene mira allí.</translation>
    </message>
    <message>
        <source>The public address has another app secret and refuses what is signed with ours. Type the same one in both places.</source>
        <translation>La dirección pública tiene otro secreto de la aplicación y rechaza lo firmado con el nuestro. Escriba el mismo en los dos lugares.</translation>
    </message>
    <message>
        <source>The public address does not know this channel&apos;s path. Put the path into the mailbox&apos;s settings.</source>
        <translation>La dirección pública no conoce la ruta de este canal. Ponga la ruta en los ajustes del buzón.</translation>
    </message>
    <message>
        <source>The mailbox takes nothing at the moment: its disk may be full. Whoever runs it looks there.</source>
        <translation>El buzón no recibe nada por ahora: quizá su disco está lleno. Quien lo mantiene mira allí.</translation>
    </message>
    <message>
        <source>It came here and could not be stored. Look at the channel&apos;s light and at this machine&apos;s disk.</source>
        <translation>Llegó aquí y no se pudo guardar. Mire la luz del canal y el disco de este equipo.</translation>
    </message>
    <message>
        <source>It was taken at the public address and did not come here in time. Look at the channel&apos;s light, then try again.</source>
        <translation>La dirección pública lo recibió y no llegó aquí a tiempo. Mire la luz del canal y vuelva a probar.</translation>
    </message>
    <message>
        <source>Older chats are coming: %1 % are here.</source>
        <translation>Están llegando chats anteriores: ya está el %1 %.</translation>
    </message>
    <message>
        <source>Older chats were asked for.</source>
        <translation>Se pidieron los chats anteriores.</translation>
    </message>
    <message>
        <source>The older chats are here.</source>
        <translation>Los chats anteriores ya están aquí.</translation>
    </message>
    <message>
        <source>On the same page: &quot;WhatsApp Business Account ID&quot;. Without it there are no approved texts to answer with after a day.</source>
        <translation>En la misma página: &quot;WhatsApp Business Account ID&quot;. Sin él no hay textos aprobados con qué responder después de un día.</translation>
    </message>
</context>
</TS>
